import { Validator } from '@seriousme/openapi-schema-validator';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { isBackendErrorCode } from '../errors/BackendError.ts';
import { isClientSecret, parsePayment, parsePreparedPayment } from '../protocol/payment.ts';
import { answerCases } from './answerCases.fixture.ts';
import {
  complaintsAbout,
  complaintsAt,
  documentedAnswers,
  documentedExamples,
  documentText,
  openapi,
} from './openapi.fixture.ts';

const prepared = ['paths', '/payments', 'post', 'responses', '201', 'content', 'application/json', 'schema'];

/** The codes that stand in the source of the rooms an answer can come from. */
function codesInSource(): string[] {
  const root = new URL('..', import.meta.url);
  const source = ['server', 'webhooks']
    .flatMap((room) =>
      readdirSync(new URL(room, root), { recursive: true, encoding: 'utf8' }).map(
        (file) => `${room}/${file}`,
      ),
    )
    .filter((file) => file.endsWith('.ts') && !/\.(test|fixture)\.ts$/.test(file))
    .map((file) => readFileSync(new URL(file, root), 'utf8'))
    .join('\n');
  return [...source.matchAll(/new (?:Backend|Webhook)Error\(\s*'(\w+)'/g)].map(([, code = '']) => code);
}

describe('docs/openapi.json', () => {
  it('is a document of OpenAPI 3.1', async () => {
    const validator = new Validator();
    expect(await validator.validate(JSON.parse(documentText))).toEqual({ valid: true });
    expect(validator.version).toBe('3.1');
  });

  it('gives examples that its own schemas take', () => {
    const examples = documentedExamples();
    expect(examples.length).toBeGreaterThan(40);
    expect(examples.flatMap(([place, value]) => complaintsAt(place, value))).toEqual([]);
  });

  it.each(answerCases)('promises what the handler answers: %s', async (promised, answer) => {
    const [method = '', path = '', status, code] = promised.split(' ');
    const response = await answer();
    vi.useRealTimers();
    expect(`${response.status}`).toBe(status);
    expect(await complaintsAbout(path, method, response)).toEqual([]);
    if (code !== undefined) expect(await response.json()).toMatchObject({ error: { code } });
  });

  it('promises no answer that has not been seen', () => {
    expect(documentedAnswers().toSorted()).toEqual(answerCases.map(([promised]) => promised).toSorted());
  });

  it('lists the codes of the handler, and no others', () => {
    // A delivery that is old or cannot be read is kept and not refused; `replay` is no call of the protocol.
    const unanswered = new Set(['stale_signature', 'invalid_event', 'unknown_event']);
    const answered = new Set(codesInSource().filter((code) => !unanswered.has(code)));
    const { ErrorCode } = (openapi.components?.schemas ?? {}) as { ErrorCode?: { enum: string[] } };
    expect(ErrorCode?.enum).toEqual([...answered].toSorted());
    expect(ErrorCode?.enum.filter((code) => !isBackendErrorCode(code)).toSorted()).toEqual([
      'future_signature',
      'malformed_signature',
      'missing_signature',
      'signature_mismatch',
    ]);
  });
});

describe('the browser half', () => {
  it('takes what the document calls a payment of the guide’s mode', () => {
    const answer = { clientSecret: 'pi_3Qz0example_secret_9aVexample' };
    expect(complaintsAt(prepared, answer)).toEqual([]);
    expect(parsePreparedPayment(answer, true)).toMatchObject({ ...answer, status: 'pending', isNew: true });
  });

  it('takes every example of a payment', () => {
    const bodies = documentedExamples()
      .filter(([place]) => place[1] === '/payments' && /^20[01]$/.test(place[4] ?? ''))
      .map(([, body]) => body);
    expect(bodies).toHaveLength(4);
    for (const body of bodies)
      expect(isClientSecret(parsePreparedPayment(body, true).clientSecret)).toBe(true);
    const status = documentedExamples().find(
      ([place]) => place[1] === '/payments/{paymentId}' && place[4] === '200',
    );
    expect(parsePayment(status?.[1])).toMatchObject({ status: 'succeeded' });
  });

  it.each([
    ['no client secret', {}],
    ['a secret key in its place', { clientSecret: 'sk_test_1' }],
    ['a secret of another kind', { clientSecret: 'seti_1_secret_2' }],
  ])('and the document refuse %s alike', (_, answer) => {
    expect(complaintsAt(prepared, answer)).not.toEqual([]);
    expect(() => parsePreparedPayment(answer, true)).toThrow('client secret');
  });
});
