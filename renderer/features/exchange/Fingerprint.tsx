import style from './exchange.module.css';

/** A fingerprint in blocks of four, for two people to compare. */
export function Fingerprint({ of, large = false }: { readonly of: string; readonly large?: boolean }) {
  const blocks = of.split(' ');
  return (
    <code className={large ? style.fingerprintLarge : style.fingerprint}>
      {blocks.map((block, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the place of a block is what it is; blocks may repeat.
        <span key={`${place}-${block}`}>{block}</span>
      ))}
    </code>
  );
}
