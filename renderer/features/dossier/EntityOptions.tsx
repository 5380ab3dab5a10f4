import { IconGitBranch, IconLinkOff, IconStarFilled } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { countryText } from '#shared/i18n/codes.ts';
import type { EntityRow } from '#shared/ipc/dossier.ts';
import { useLang, useT } from '../../app/language.ts';
import { classes } from '../../ui/classes.ts';
import style from './EntityList.module.css';
import { TypeIcon } from './TypeIcon.tsx';

const ROW_HEIGHT = 62;
const PAGE = 8;

type Props = {
  readonly rows: readonly EntityRow[];
  readonly company: string | undefined;
  readonly selected: string | undefined;
  readonly onSelect: (record: string) => void;
};

/** A list box of which only the rows in sight exist; the arrow keys walk, Enter opens. */
export function EntityOptions({ rows, company, selected, onSelect }: Props) {
  const t = useT();
  const id = useId();
  const frame = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => frame.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
    getItemKey: (index) => rows[index]?.record ?? index,
  });
  const at = Math.min(active, rows.length - 1);
  const inSight = virtual.getVirtualItems();

  // Brings what is open into sight, also when it was opened from elsewhere.
  const place = rows.findIndex((row) => row.record === selected);
  useEffect(() => {
    if (place < 0) return;
    setActive(place);
    virtual.scrollToIndex(place, { align: 'auto' });
  }, [place, virtual]);

  const walk = (event: KeyboardEvent) => {
    const last = rows.length - 1;
    const to = {
      ArrowDown: Math.min(at + 1, last),
      ArrowUp: Math.max(at - 1, 0),
      PageDown: Math.min(at + PAGE, last),
      PageUp: Math.max(at - PAGE, 0),
      Home: 0,
      End: last,
    }[event.key];
    const row = rows[at];
    if (to !== undefined) {
      event.preventDefault();
      setActive(to);
      virtual.scrollToIndex(to, { align: 'auto' });
    } else if ((event.key === 'Enter' || event.key === ' ') && row !== undefined) {
      event.preventDefault();
      onSelect(row.record);
    }
  };

  return (
    <div
      ref={frame}
      role="listbox"
      tabIndex={0}
      className={style.options}
      aria-label={t('dossier.list.title')}
      aria-description={t('dossier.list.keys')}
      // Only while that row exists: a row scrolled out of sight is gone from the page.
      aria-activedescendant={
        inSight.some(({ index }) => index === at) ? `${id}-${rows[at]?.record}` : undefined
      }
      onKeyDown={walk}
    >
      <div role="presentation" className={style.space} style={{ height: virtual.getTotalSize() }}>
        {inSight.map((item) => {
          const row = rows[item.index];
          if (row === undefined) return null;
          return (
            <Option
              key={item.key}
              id={`${id}-${row.record}`}
              row={row}
              top={item.start}
              place={item.index}
              of={rows.length}
              active={item.index === at}
              selected={row.record === selected}
              company={row.record === company}
              onPick={() => {
                setActive(item.index);
                onSelect(row.record);
              }}
            />
          );
        })}
      </div>
    </div>
  );
}

function Option(props: {
  readonly id: string;
  readonly row: EntityRow;
  readonly top: number;
  readonly place: number;
  readonly of: number;
  readonly active: boolean;
  readonly selected: boolean;
  readonly company: boolean;
  readonly onPick: () => void;
}) {
  const t = useT();
  const lang = useLang();
  const { row } = props;
  const facts = t('dossier.list.facts', { count: row.claims });
  const country = row.country === undefined ? [] : [countryText(row.country, lang)];
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list box that holds the focus handles the keys.
    // biome-ignore lint/a11y/useFocusableInteractive: the active option is named by aria-activedescendant.
    <div
      id={props.id}
      role="option"
      aria-selected={props.selected}
      aria-posinset={props.place + 1}
      aria-setsize={props.of}
      className={classes(style.option, props.active && style.active, props.selected && style.selected)}
      style={{ transform: `translateY(${props.top}px)`, height: ROW_HEIGHT }}
      onClick={props.onPick}
    >
      <span className={style.icon}>
        <TypeIcon type={row.type} />
      </span>
      <span className={style.name}>
        {props.company && (
          <>
            <IconStarFilled size={13} aria-hidden className={style.star} />
            <span className="wb-hidden">{t('dossier.list.caseCompany')}: </span>
          </>
        )}
        {row.label}
      </span>
      <span className={style.about}>{[t(`words.type.${row.type}`), ...country, facts].join(' · ')}</span>
      <span className={style.signs}>
        {row.unsourced > 0 && (
          <span className={style.sign} title={t('dossier.list.unsourced', { count: row.unsourced })}>
            <IconLinkOff size={15} aria-hidden />
            <span aria-hidden>{row.unsourced}</span>
            <span className="wb-hidden">{t('dossier.list.unsourced', { count: row.unsourced })}</span>
          </span>
        )}
        {row.conflict && (
          <span className={style.sign} title={t('dossier.list.conflict')}>
            <IconGitBranch size={15} aria-hidden />
            <span className="wb-hidden">{t('dossier.list.conflict')}</span>
          </span>
        )}
      </span>
    </div>
  );
}
