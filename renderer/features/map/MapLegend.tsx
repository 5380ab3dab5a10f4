import { useMemo } from 'react';
import { type LegendEntry, legendOf } from '#shared/map/legend.ts';
import { paintSign, SIGN } from '#shared/map/paint/legend.ts';
import { SvgPen } from '#shared/map/paint/svg.ts';
import type { Scene } from '#shared/map/scene/model.ts';
import type { Palette } from '#shared/map/scene/palette.ts';
import { legendText } from '#shared/map/sheet.ts';
import { useT } from '../../app/language.ts';
import style from './map.module.css';

/** The signs that occur in the map and what they mean; painted by what paints the map. */
export function MapLegend({ scene, palette }: { readonly scene: Scene; readonly palette: Palette }) {
  const t = useT();
  const entries = useMemo(
    () => legendOf(scene).map((entry) => ({ entry, src: signOf(entry, palette) })),
    [scene, palette],
  );
  return (
    <ul className={style.legend} aria-label={t('map.legend.title')}>
      {entries.map(({ entry, src }) => (
        <li key={JSON.stringify(entry)}>
          <img src={src} alt="" width={SIGN.width} height={SIGN.height} />
          {legendText(entry, t)}
        </li>
      ))}
    </ul>
  );
}

function signOf(entry: LegendEntry, palette: Palette): string {
  const pen = new SvgPen();
  paintSign(pen, entry, 0, 0, palette);
  return `data:image/svg+xml,${encodeURIComponent(pen.file({ x: 0, y: 0, ...SIGN }, '', ''))}`;
}
