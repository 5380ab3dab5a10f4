import { Button, Text } from '@mantine/core';
import { countChanges } from '#shared/map/compare.ts';
import type { MapModel } from '#shared/map/model.ts';
import type { Path } from '#shared/map/visible.ts';
import { useT } from '../../app/language.ts';
import style from './map.module.css';
import type { Shown } from './useShown.ts';

export type ShownPath = Path & { readonly directed: boolean };

/** What is to be known of what the map shows: only a part, a summary, a path, or two days compared. */
export function MapNotes(props: {
  readonly shown: Shown;
  readonly path: ShownPath | null;
  readonly dots: boolean;
  readonly onDots: (dots: boolean) => void;
  readonly onPath: (path: null) => void;
}) {
  const { shown, path, dots } = props;
  const { model, centre, setCentre } = shown;
  const t = useT();
  const nameOf = (id: string | undefined): string => model.cards.find((card) => card.id === id)?.label ?? '';
  return (
    <>
      {centre !== null && (
        <div className={`${style.bar} ${style.note}`}>
          <Text size="sm">{t('map.around.title', { name: nameOf(centre.card) })}</Text>
          <Button
            size="compact-sm"
            variant="default"
            disabled={centre.steps <= 1}
            onClick={() => setCentre({ ...centre, steps: centre.steps - 1 })}
          >
            {t('map.around.less')}
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => setCentre({ ...centre, steps: centre.steps + 1 })}
          >
            {t('map.around.more')}
          </Button>
          <Button size="compact-sm" variant="subtle" onClick={() => setCentre(null)}>
            {t('map.around.all')}
          </Button>
        </div>
      )}
      {shown.large && (
        <div className={`${style.bar} ${style.note}`}>
          <Text size="sm">
            {dots ? t('map.groups.dotsHelp') : t('map.groups.text', { count: shown.shown.cards.length })}
          </Text>
          <Button size="compact-sm" variant="default" onClick={() => props.onDots(!dots)}>
            {t(dots ? 'map.groups.some' : 'map.groups.all')}
          </Button>
          {!dots && (shown.opened?.length ?? 0) > 0 && (
            <Button size="compact-sm" variant="subtle" onClick={shown.closeGroups}>
              {t('map.groups.closeAll')}
            </Button>
          )}
        </div>
      )}
      {path !== null && (
        <div className={`${style.bar} ${style.note}`} role="status">
          <Text size="sm">
            {t('map.path.title', { from: nameOf(path.cards[0]), to: nameOf(path.cards.at(-1)) })}:{' '}
            {t(path.directed ? 'map.path.directed' : 'map.path.either', { count: path.links.length })}.{' '}
            {path.cards.map(nameOf).join(' → ')}
          </Text>
          <Button size="compact-sm" variant="subtle" onClick={() => props.onPath(null)}>
            {t('map.path.clear')}
          </Button>
        </div>
      )}
      <Changes model={model} />
    </>
  );
}

function Changes({ model }: { readonly model: MapModel }) {
  const t = useT();
  const counts = countChanges(model);
  if (counts.added + counts.removed + counts.changed === 0) return null;
  return (
    <div className={`${style.bar} ${style.note}`} role="status">
      <Text size="sm">{t('map.compare.title', counts)}</Text>
    </div>
  );
}
