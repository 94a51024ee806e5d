import { ConfigError } from '../../../errors/ConfigError.ts';
import { isRecord } from '../../../protocol/isRecord.ts';
import { knobNames, knobRules } from './knobRules.ts';
import type { KnobName, SandboxKnobs } from './SandboxKnobs.ts';

const refuse = (detail: string): never => {
  throw new ConfigError('invalid_option', { detail });
};

const isKnobName = (name: string): name is KnobName => Object.hasOwn(knobRules, name);

/** Reads knobs from an unknown value. @throws {ConfigError} When there is no such knob, or it does not take the value. */
export function parseKnobs(value: unknown): Partial<SandboxKnobs> {
  if (!isRecord(value)) return refuse('Knobs come as an object.');
  const given = Object.entries(value).filter(([, setting]) => setting !== undefined);
  for (const [name, setting] of given) {
    if (!isKnobName(name)) return refuse(`There is no knob ${name}. There are ${knobNames.join(', ')}.`);
    const { accepts, form } = knobRules[name];
    if (!accepts(setting))
      refuse(`The knob ${name} does not take ${JSON.stringify(setting)}: it has to be ${form}.`);
  }
  return Object.fromEntries(given);
}

/**
 * Reads one knob as it is written on a command line: `delay=8000`, `drop=0.3`, `drop=next:2`, `reorder`.
 *
 * @throws {ConfigError} When there is no such knob, or it does not take the value.
 */
export function parseKnobText(text: string): Partial<SandboxKnobs> {
  const [name = '', setting = 'true'] = text.split(/=(.*)/s);
  const next = /^next:(\d+)$/.exec(setting)?.[1];
  if (next !== undefined) return parseKnobs({ [name]: { next: Number(next) } });
  if (setting === 'true' || setting === 'false') return parseKnobs({ [name]: setting === 'true' });
  const number = setting.trim() === '' ? Number.NaN : Number(setting);
  return parseKnobs({ [name]: Number.isNaN(number) ? setting : number });
}
