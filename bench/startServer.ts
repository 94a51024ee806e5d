import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Question, Reading } from './serve.ts';

export type Side = 'ours' | 'bare';

/** A server in a process of its own, so that nothing but it is in its CPU time. */
export interface RunningServer {
  origin: string;
  ask(question: Question): Promise<Reading>;
  stop(): void;
}

export async function startServer(side: Side, store: string): Promise<RunningServer> {
  const child = fork(join(import.meta.dirname, `${side}.ts`), [store], {
    execArgv: ['--expose-gc'],
  });
  const answer = async () => {
    const [message] = (await once(child, 'message')) as unknown[];
    return message;
  };
  const port = (await answer()) as number;
  return {
    origin: `http://127.0.0.1:${port}`,
    ask(question) {
      child.send(question);
      return answer() as Promise<Reading>;
    },
    stop: () => child.disconnect(),
  };
}
