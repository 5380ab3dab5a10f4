import { Loader, SegmentedControl, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { type Given, useQueryCall } from '../../api/index.ts';
import { useT } from '../../app/language.ts';
import { go, tabOfType, useRoute } from '../../app/router.ts';
import { classes } from '../../ui/classes.ts';
import { ErrorState, MarkingBadge, useRecordName } from '../../ui/index.ts';
import { TypeIcon } from '../dossier/TypeIcon.tsx';
import { type QuickAction, usePlaces } from './actions.tsx';
import style from './search.module.css';
import { lines, type Piece, plain } from './snippet.ts';

type Hit = Given<'records.search'>[number];
type Choice = { readonly key: string; readonly run: () => void; readonly content: ReactNode };

const LIMIT = 50;

const goTo = ({ logId, ref }: Hit): void => {
  const tab = tabOfType(ref.type);
  go({ screen: 'case', logId, tab, ...(ref.type === 'case' ? {} : { record: ref.record }) });
};

/** The field, its choices and their keys: a combobox whose list is what was found, or where one can go. */
export function SearchBox(props: { readonly actions: readonly QuickAction[]; readonly onDone: () => void }) {
  const t = useT();
  const id = useId();
  const route = useRoute();
  const here = route.screen === 'case' ? route.logId : null;
  const [text, setText] = useState('');
  const [everywhere, setEverywhere] = useState(here === null);
  const [active, setActive] = useState(0);
  const [asked] = useDebouncedValue(text.trim().slice(0, 200), 140);
  const list = useRef<HTMLDivElement>(null);
  const query = useQueryCall(
    'records.search',
    { text: asked, logId: everywhere ? null : here, limit: LIMIT },
    { enabled: asked !== '', keep: true },
  );
  const hits = asked === '' || query.data === undefined ? [] : query.data;
  const words = text.trim().toLocaleLowerCase();
  const places = [...usePlaces(), ...props.actions].filter(({ label }) =>
    label.toLocaleLowerCase().includes(words),
  );

  const groups = [
    {
      title: t('search.results'),
      choices: hits.map(
        (hit): Choice => ({
          key: `${hit.logId}-${hit.ref.record}-${hit.snippet}`,
          run: () => goTo(hit),
          content: <HitLine hit={hit} withCase={everywhere} />,
        }),
      ),
    },
    {
      title: t('search.actions'),
      choices: places.map(
        (place): Choice => ({
          key: place.id,
          run: place.run,
          content: (
            <span className={style.place}>
              {place.icon}
              {place.label}
            </span>
          ),
        }),
      ),
    },
  ].filter(({ choices }) => choices.length > 0);
  const all = groups.flatMap(({ choices }) => choices);
  const at = Math.min(active, Math.max(0, all.length - 1));

  // A new answer starts at its first choice.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was asked decides, not how the effect uses it.
  useEffect(() => setActive(0), [asked, everywhere]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: scrolls after the active choice has changed.
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [at]);

  const choose = (choice: Choice | undefined) => {
    if (choice === undefined) return;
    props.onDone();
    choice.run();
  };
  const pressed = (event: KeyboardEvent) => {
    const last = all.length - 1;
    const to = { ArrowDown: at === last ? 0 : at + 1, ArrowUp: at === 0 ? last : at - 1 }[event.key];
    if (to !== undefined && last >= 0) {
      event.preventDefault();
      setActive(to);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      choose(all[at]);
    }
  };
  const said =
    asked === ''
      ? t('search.hint')
      : hits.length === LIMIT
        ? t('search.many', { count: LIMIT })
        : hits.length === 0 && query.isSuccess
          ? t('search.nothing')
          : t('search.hits', { count: hits.length });

  return (
    <>
      <div className={style.head}>
        <IconSearch size={20} aria-hidden />
        <input
          className={style.input}
          role="combobox"
          aria-expanded
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={all[at] === undefined ? undefined : `${id}-${at}`}
          aria-label={t('search.field')}
          placeholder={t('search.field')}
          data-autofocus
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={pressed}
        />
        {query.isFetching && <Loader size="xs" aria-hidden />}
      </div>
      {here !== null && (
        <div className={style.scope}>
          <SegmentedControl
            size="xs"
            aria-label={t('search.scope')}
            value={everywhere ? 'all' : 'this'}
            data={[
              { value: 'this', label: t('search.thisCase') },
              { value: 'all', label: t('search.allCases') },
            ]}
            onChange={(value) => setEverywhere(value === 'all')}
          />
        </div>
      )}
      {query.error && asked !== '' && <ErrorState error={query.error} />}
      {asked !== '' && query.isSuccess && hits.length === 0 && (
        <Text c="dimmed" size="sm" className={style.nothing}>
          {t('search.nothing')}. {t('search.nothingText')}
        </Text>
      )}
      <div
        ref={list}
        id={`${id}-list`}
        role="listbox"
        aria-label={t('search.results')}
        className={style.list}
      >
        {groups.map(({ title, choices }) => (
          // biome-ignore lint/a11y/useSemanticElements: groups of options have no element of their own.
          <div key={title} role="group" aria-label={title}>
            <div className={style.title} aria-hidden>
              {title}
            </div>
            {choices.map((choice) => {
              const place = all.indexOf(choice);
              return (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the field that holds the focus handles the keys.
                // biome-ignore lint/a11y/useFocusableInteractive: the active option is named by aria-activedescendant.
                <div
                  key={choice.key}
                  id={`${id}-${place}`}
                  role="option"
                  aria-selected={place === at}
                  className={classes(style.choice, place === at && style.active)}
                  onClick={() => choose(choice)}
                  onMouseMove={() => place !== at && setActive(place)}
                >
                  {choice.content}
                </div>
              );
            })}
          </div>
        ))}
      </div>
      <div className={style.foot}>
        <span role="status">{said}</span>
        <span aria-hidden>{t('search.keys')}</span>
      </div>
    </>
  );
}

function HitLine({ hit, withCase }: { readonly hit: Hit; readonly withCase: boolean }) {
  const t = useT();
  const nameOf = useRecordName();
  const { ref, about } = hit;
  const where = [
    t(`words.type.${ref.type}`),
    ...(about === undefined ? [] : [t('search.about', { name: nameOf(about) })]),
    ...(withCase ? [t('search.inCase', { title: hit.caseTitle })] : []),
  ].join(' · ');
  const name = nameOf(ref);
  const found = lines(hit.snippet);
  // What was found in the name is marked there, and not said twice.
  const [first] = found;
  const inName = first !== undefined && plain(first) === name;
  const rest = inName ? found.slice(1) : found;
  return (
    <span className={style.hit}>
      <TypeIcon type={ref.type} />
      <span className={style.hitMain}>
        <span className={style.label}>{inName ? <Marked line={first} /> : name}</span>
        {rest.length > 0 && (
          <span className={style.snippet}>
            {rest.map((line) => (
              <span key={line[0]?.start}>
                <Marked line={line} />
              </span>
            ))}
          </span>
        )}
        <span className={style.where}>{where}</span>
      </span>
      {ref.marking !== 'open' && <MarkingBadge marking={ref.marking} />}
    </span>
  );
}

function Marked({ line }: { readonly line: readonly Piece[] }) {
  return line.map((piece) => (piece.hit ? <mark key={piece.start}>{piece.text}</mark> : piece.text));
}
