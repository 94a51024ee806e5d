/** Keeps back whoever comes through while a gate is shut. */
export function gates<Name>() {
  const shut = new Map<Name, Promise<void>>();

  return {
    /** Waits while the gate is shut. */
    pass: async (name: Name): Promise<void> => shut.get(name),

    /** Shuts a gate; the returned function opens it. */
    shut(name: Name): () => void {
      let open = () => {};
      const opened = new Promise<void>((resolve) => (open = resolve));
      shut.set(name, opened);
      return () => {
        if (shut.get(name) === opened) shut.delete(name);
        open();
      };
    },
  };
}
