import { describe, expect, it, vi } from 'vitest';
import { EventHandlers } from './EventHandlers.ts';

describe('EventHandlers', () => {
  it('calls every handler of an event with its payload', () => {
    const handlers = new EventHandlers(['ready', 'change']);
    const [first, second, other] = [vi.fn(), vi.fn(), vi.fn()];
    handlers.add('change', first);
    handlers.add('change', second);
    handlers.add('ready', other);
    handlers.emit('change', 1);
    expect([first.mock.calls, second.mock.calls, other.mock.calls]).toEqual([[[1]], [[1]], []]);
  });

  it('calls a handler added for once one time', () => {
    const handlers = new EventHandlers(['ready']);
    const handler = vi.fn();
    handlers.add('ready', handler, true);
    handlers.emit('ready', 1);
    handlers.emit('ready', 2);
    expect(handler.mock.calls).toEqual([[1]]);
  });

  it('removes one handler, or all of an event', () => {
    const handlers = new EventHandlers(['ready']);
    const [first, second] = [vi.fn(), vi.fn()];
    handlers.add('ready', first);
    handlers.add('ready', second);
    handlers.remove('ready', first);
    handlers.emit('ready', 1);
    handlers.remove('ready');
    handlers.emit('ready', 2);
    expect([first.mock.calls, second.mock.calls]).toEqual([[], [[1]]]);
  });

  it('reports a handler that throws and still calls the next', () => {
    const report = vi.fn();
    vi.stubGlobal('reportError', report);
    const handlers = new EventHandlers(['ready']);
    const next = vi.fn();
    handlers.add('ready', () => {
      throw new Error('mine');
    });
    handlers.add('ready', next);
    handlers.emit('ready', 1);
    expect(report).toHaveBeenCalledWith(new Error('mine'));
    expect(next).toHaveBeenCalledOnce();
    vi.unstubAllGlobals();
  });

  it('refuses an event it will never have', () =>
    expect(() => new EventHandlers(['ready']).add('click', () => undefined)).toThrow('"click"'));
});
