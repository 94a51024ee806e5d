import { useEffect, useState, type ComponentType } from 'react';
import { useLocale } from './locales/LocaleContext.ts';
import { StatusNotice } from './StatusNotice.tsx';

/**
 * Makes a part that is downloaded when it is used first, and that says so when it cannot be.
 *
 * Not `React.lazy`: a load that failed once can be tried again.
 */
export function onDemand<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  let loaded: ComponentType<Props> | undefined;

  return function OnDemand(props: Props) {
    const [Part, setPart] = useState(() => loaded);
    const [hasFailed, setFailed] = useState(false);
    const { messages } = useLocale();

    useEffect(() => {
      if (Part !== undefined || hasFailed) return;
      load().then(
        (part) => {
          loaded = part;
          setPart(() => part);
        },
        () => setFailed(true),
      );
    }, [Part, hasFailed]);

    if (Part !== undefined) return <Part {...props} />;
    if (!hasFailed) return <span data-hajiq-part="skeleton" aria-busy="true" />;
    return (
      <StatusNotice state="unavailable">
        <button type="button" data-hajiq-part="retry" onClick={() => setFailed(false)}>
          {messages.retry}
        </button>
      </StatusNotice>
    );
  };
}
