/** The shop's sign: a palm in an eight-pointed star. */
export function Logo() {
  return (
    <svg className="logo" viewBox="0 0 32 32" aria-hidden="true">
      <path
        className="logo-star"
        d="M16 1l4.4 4.4h6.2v6.2L31 16l-4.4 4.4v6.2h-6.2L16 31l-4.4-4.4H5.4v-6.2L1 16l4.4-4.4V5.4h6.2z"
      />
      <path
        className="logo-palm"
        d="M16 25V13c-1-3-4-4-7-2m7 2c1-3 4-4 7-2m-7 2c-3-1-6 1-6 4m6-4c3-1 6 1 6 4"
      />
    </svg>
  );
}
