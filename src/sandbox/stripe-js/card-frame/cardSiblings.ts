import { isRecord } from '../../../protocol/isRecord.ts';
import type { FieldName } from '../card/fields.ts';
import type { CardValidationError } from '../card/findComplaint.ts';

/** What the frame of one field lets the frames of the others do with it. */
export interface CardSibling {
  /** Names the elements group, whose fields are one card. */
  readonly group: string;
  readonly field: FieldName;
  /** What stands in the field. */
  readonly text: string;
  /** Complains about the field if it is not whole. */
  complain(): CardValidationError | undefined;
  /** Judges the field anew. */
  refresh(): void;
}

const NAME = 'hajiqCardPart';

/** Lets the frames of the same origin find the form of this one. */
export function announce(form: CardSibling): void {
  Reflect.set(window, NAME, form);
}

function isSibling(value: unknown): value is CardSibling {
  return isRecord(value) && typeof value.group === 'string' && typeof value.complain === 'function';
}

function readSibling(frame: Window): CardSibling | undefined {
  try {
    const form: unknown = Reflect.get(frame, NAME);
    return isSibling(form) ? form : undefined;
  } catch {
    // A frame of another origin, which the browser lets nobody look into.
    return undefined;
  }
}

/**
 * Finds the forms of one group in the frames beside this one, this one included.
 *
 * Frames of one origin reach one another without the page between them: a card is put together where no script of the
 * page can see it, for the page is of another origin and may not look into a frame.
 */
export function findSiblings(group: string): CardSibling[] {
  const frames = Array.from({ length: window.parent.length }, (_, index) => window.parent[index]);
  return frames.flatMap((frame) => {
    const form = frame === undefined ? undefined : readSibling(frame);
    return form?.group === group ? [form] : [];
  });
}
