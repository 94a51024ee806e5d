import { fakeElement, type FakeElement, type FakeElementType } from './fakeElement.ts';
import { toFieldError, type Typed } from './fakeFields.ts';

/** What a page makes its elements of, as far as it counts here. */
interface ElementsOptions {
  clientSecret?: string;
}

const known: readonly string[] = ['card', 'payment', 'expressCheckout'] satisfies FakeElementType[];

function assertKnown(type: string): asserts type is FakeElementType {
  if (known.includes(type)) return;
  throw new Error(`fakeStripe has no element ${JSON.stringify(type)}: it has ${known.join(', ')}.`);
}

/** Makes groups of elements, as `stripe.elements()` does, that all know what the one customer has typed. */
export function fakeElements(typed: () => Typed, tell: (telling: () => void) => void) {
  const shown = new Set<FakeElement>();
  const secrets = new WeakMap<object, string | undefined>();

  function makeGroup({ clientSecret }: ElementsOptions = {}) {
    const own = new Map<string, FakeElement>();
    const group = {
      create(type: string) {
        assertKnown(type);
        const onGone = () => {
          own.delete(type);
          shown.delete(made);
        };
        const made = fakeElement({ type, typed, tell, onGone });
        own.set(type, made);
        shown.add(made);
        return made.element;
      },
      /** React passes the component (`CardElement`) where plain Stripe.js passes the name. */
      getElement(asked: string | object) {
        const type = typeof asked === 'string' ? asked : String(Reflect.get(asked, '__elementType'));
        return own.get(type)?.element ?? null;
      },
      update: async () => {},
      fetchUpdates: async () => ({}),
      async submit() {
        const error = toFieldError(typed());
        return error === undefined ? { selectedPaymentMethod: 'card' } : { error };
      },
      on: () => group,
      off: () => group,
    };
    secrets.set(group, clientSecret);
    return group;
  }

  return {
    makeGroup,
    /** The payment that a group was made for; undefined for one that was made before its payment. */
    secretOf: (group: object | undefined) => group && secrets.get(group),
    tellTyped: (wasTried = false) => shown.forEach((each) => each.tellTyped(wasTried)),
  };
}
