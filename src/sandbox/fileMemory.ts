import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isRecord } from '../protocol/isRecord.ts';
import type { SandboxMemory, SandboxRecord } from './gateway/SandboxMemory.ts';

const VERSION = 2;

function isSandboxRecord(value: unknown): value is SandboxRecord {
  return (
    isRecord(value) &&
    value.version === VERSION &&
    Array.isArray(value.payments) &&
    Array.isArray(value.deliveries)
  );
}

/**
 * Keeps what happens in a sandbox in a file of this folder, which is made when it is not there.
 *
 * @throws When the folder cannot be written, or the file is no sandbox's; it says which, and what to do.
 */
export function fileMemory(folder: string): SandboxMemory {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'sandbox.json');

  return {
    read() {
      let text: string;
      try {
        text = readFileSync(file, 'utf8');
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
        throw error;
      }
      let record: unknown;
      try {
        record = JSON.parse(text);
      } catch {
        record = undefined;
      }
      if (isSandboxRecord(record)) return record;
      throw new Error(`${file} is not the memory of this sandbox: delete it, or give another folder.`);
    },

    write({ payments, deliveries }) {
      // Whole or not at all: a sandbox that is killed in the middle leaves the file as it was.
      const half = `${file}.${process.pid}`;
      writeFileSync(half, JSON.stringify({ version: VERSION, payments, deliveries }), { mode: 0o600 });
      renameSync(half, file);
    },
  };
}
