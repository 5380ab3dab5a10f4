import style from './chart.module.css';

/** Patterns that say the same as colour: stripes for parties, hatching for the unknown. */
export function ChartPatterns(props: { readonly stripes: string; readonly hatch: string }) {
  return (
    <defs>
      <pattern
        id={props.stripes}
        width={7}
        height={7}
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect width={3.5} height={7} className={style.stripe} />
      </pattern>
      <pattern
        id={props.hatch}
        width={8}
        height={8}
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(-45)"
      >
        <rect width={1.4} height={8} className={style.hatch} />
      </pattern>
    </defs>
  );
}
