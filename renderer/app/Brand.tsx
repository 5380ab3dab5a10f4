/** The mark of the app: a shield around a gate. */
export function Brand({ size = 28 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" fill="none" stroke="currentColor" aria-hidden="true">
      <path
        d="M16 3l11 3.5v9c0 6.5-4.5 11.5-11 14-6.5-2.5-11-7.5-11-14v-9z"
        strokeWidth="2"
        strokeLinejoin="round"
      />
      <path
        d="M10.5 21v-7a5.5 5.5 0 0 1 11 0v7M16 8.5V23M10.5 16.5h11"
        strokeWidth="1.8"
        strokeLinecap="round"
      />
    </svg>
  );
}
