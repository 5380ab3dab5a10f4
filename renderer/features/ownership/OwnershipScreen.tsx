import { Anchor, Stack, Title } from '@mantine/core';
import { IconSitemap } from '@tabler/icons-react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { RecordId } from '#shared/model/ids.ts';
import { useQueryCall } from '../../api/index.ts';
import { useT } from '../../app/language.ts';
import { go, hrefOf } from '../../app/router.ts';
import { EmptyState, ErrorState, LoadingState } from '../../ui/index.ts';
import { type TabProps, useCase } from '../caseFrame/CaseContext.ts';
import { dayOf } from '../caseFrame/timeWords.ts';
import { EditorProvider } from '../dossier/editor.tsx';
import { Chooser } from './Chooser.tsx';
import { ControllersPanel } from './ControllersPanel.tsx';
import { FindingsPanel } from './FindingsPanel.tsx';
import { InfluencePanel } from './InfluencePanel.tsx';
import { InterestDrawer } from './InterestDrawer.tsx';
import { OpacityPanel } from './OpacityPanel.tsx';
import { OwnershipContext, type Study } from './OwnershipContext.ts';
import { OwnersPanel } from './OwnersPanel.tsx';
import style from './ownership.module.css';
import { PicturePanel } from './PicturePanel.tsx';
import { RulesPanel } from './RulesPanel.tsx';
import { VerdictPanel } from './VerdictPanel.tsx';
import { WhyPanel } from './WhyPanel.tsx';
import { useWords } from './words.ts';

/** Who owns and who controls a company, how sure that is and why. The address may name the company. */
export function OwnershipScreen({ record }: TabProps) {
  const t = useT();
  const { logId, at, versions } = useCase();
  const company = versions[0]?.body.company;
  const target = record ?? (typeof company === 'string' ? company : undefined);
  const [parties, setParties] = useState<readonly RecordId[] | undefined>(undefined);
  const [chosen, setChosen] = useState<string | null>(null);
  const [after, setAfter] = useState(false);
  const [made, setMade] = useState<RecordId | null>(null);
  const day = at.validAt ?? chosen ?? dayOf(new Date().toISOString());
  const query = useQueryCall(
    'ownership.get',
    {
      logId,
      target: target ?? '',
      day,
      at,
      after,
      ...(parties === undefined ? {} : { parties: [...parties] }),
    },
    { keep: true, enabled: target !== undefined },
  );
  const choose = (next: string) => {
    setParties(undefined);
    go({ screen: 'case', logId, tab: 'ownership', record: next });
  };
  const gone = query.error?.code === 'notFound';
  const picture = gone || target === undefined ? undefined : query.data;
  const chooser = (
    <Chooser
      target={target}
      onTarget={choose}
      picture={picture}
      own={parties !== undefined}
      onParties={setParties}
      day={day}
      onDay={setChosen}
      after={after}
      onAfter={setAfter}
    />
  );
  return (
    <EditorProvider logId={logId} onRelation={(relation) => setMade(relation as RecordId)}>
      <Title order={1} className="wb-hidden">
        {t('ownership.title')}
      </Title>
      {picture !== undefined ? (
        <Shown
          picture={picture}
          day={day}
          chooser={chooser}
          own={parties !== undefined}
          busy={query.isPlaceholderData}
          onParties={setParties}
          after={after}
          onDay={setChosen}
          made={made}
        />
      ) : (
        <>
          <div className={style.alone}>{chooser}</div>
          {target === undefined ? (
            <EmptyState
              title={t('ownership.noCompany')}
              text={t('ownership.noCompanyText')}
              icon={<IconSitemap size={28} stroke={1.5} />}
            />
          ) : gone ? (
            <EmptyState title={t('ownership.gone')} icon={<IconSitemap size={28} stroke={1.5} />} />
          ) : query.error ? (
            <ErrorState error={query.error} onRetry={() => void query.refetch()} />
          ) : (
            <LoadingState onRetry={() => void query.refetch()} />
          )}
        </>
      )}
    </EditorProvider>
  );
}

function Shown(props: {
  readonly picture: Study['picture'];
  readonly day: string;
  readonly chooser: React.ReactNode;
  readonly busy: boolean;
  /** The parties were chosen by hand. */
  readonly own: boolean;
  readonly onParties: (parties: readonly RecordId[]) => void;
  readonly after: boolean;
  readonly onDay: (day: string) => void;
  /** An interest that was just added: its drawer opens, as its size is still to be said. */
  readonly made: RecordId | null;
}) {
  const { picture, day, after, onDay, made } = props;
  const words = useWords();
  const { t } = words;
  const { logId } = useCase();
  const [open, setOpen] = useState<RecordId | null>(null);
  const opener = useRef<Element | null>(null);
  const openInterest = useCallback((relation: RecordId) => {
    opener.current = document.activeElement;
    setOpen(relation);
  }, []);
  useEffect(() => {
    if (made !== null) setOpen(made);
  }, [made]);
  const close = () => {
    setOpen(null);
    const before = opener.current;
    // After the drawer has let go of the focus.
    if (before instanceof HTMLElement || before instanceof SVGElement) setTimeout(() => before.focus());
  };
  const study = useMemo((): Study => {
    const nodes = new Map(picture.nodes.map((node) => [node.record, node]));
    return {
      picture,
      day,
      after,
      setDay: onDay,
      words,
      nodes,
      interests: new Map(picture.interests.map((one) => [one.relation, one])),
      nameOf: (id) => nodes.get(id)?.label ?? '…',
      openInterest,
    };
  }, [picture, day, after, onDay, words, openInterest]);
  const hasParties = picture.parties.length > 0;
  return (
    <OwnershipContext value={study}>
      <VerdictPanel chooser={props.chooser} own={props.own} onParties={props.onParties} />
      {picture.interests.length === 0 ? (
        <EmptyState
          title={t('ownership.none')}
          text={t('ownership.noneText', { name: picture.target.label })}
          icon={<IconSitemap size={28} stroke={1.5} />}
        >
          <Anchor href={hrefOf({ screen: 'case', logId, tab: 'dossier', record: picture.target.record })}>
            {t('ownership.toDossier')}
          </Anchor>
        </EmptyState>
      ) : (
        <>
          <PicturePanel key={picture.target.record} busy={props.busy} />
          {hasParties && <WhyPanel of="control" />}
          {hasParties && <WhyPanel of="influence" />}
          <InfluencePanel />
          <div className={style.columns}>
            <OwnersPanel />
            <Stack gap="lg">
              <ControllersPanel />
              <OpacityPanel />
              <FindingsPanel />
            </Stack>
          </div>
          {hasParties && <RulesPanel />}
        </>
      )}
      {open !== null && <InterestDrawer key={open} relation={open} onClose={close} />}
    </OwnershipContext>
  );
}
