import { Button, Menu } from '@mantine/core';
import { IconDeviceFloppy } from '@tabler/icons-react';
import { graphmlText } from '#shared/export/graph/graphml.ts';
import { graphTables } from '#shared/export/graph/tables.ts';
import type { MapFormat } from '#shared/ipc/map.ts';
import { openGraphOf } from '#shared/map/open-graph.ts';
import type { Emphasis } from '#shared/map/paint/emphasis.ts';
import { sceneText, sizeText } from '#shared/map/said.ts';
import type { Scene } from '#shared/map/scene/model.ts';
import { LIGHT } from '#shared/map/scene/palette.ts';
import { frameOf, paintSheet, type Sheet, sheetSvg } from '#shared/map/sheet.ts';
import type { Day } from '#shared/model/dates.ts';
import { highestMarking, type Marking } from '#shared/model/marking.ts';
import { useCommand, useJob } from '../../api/index.ts';
import { useLang, useLocale, useT } from '../../app/language.ts';
import { partialDateText } from '../../ui/index.ts';
import { useCase } from '../caseFrame/CaseContext.ts';
import { useNotice } from '../dossier/useNotice.ts';
import { CanvasPen } from './canvasPen.ts';
import type { Laid } from './useArranged.ts';

/** Pixels for one of the scene in an image, and what a canvas holds at most. */
const SHARP = 2;
const LARGEST = 15_000;

/** Saves the map as it is shown: a drawing, a page, an image, or as data for other tools. */
export function ExportMenu(props: {
  readonly laid: Laid;
  readonly scene: Scene;
  readonly emphasis: Emphasis;
  /** Not all of the network is shown. */
  readonly filtered: boolean;
  /** Whom the map is about. */
  readonly name: string;
  readonly day: Day;
  /** The day that is compared with. */
  readonly against: Day | undefined;
}) {
  const { laid, scene, name, against } = props;
  const t = useT();
  const locale = useLocale();
  const lang = useLang();
  const notice = useNotice();
  const { logId } = useCase();
  const save = useCommand('map.save');
  const pdf = useJob('map.pdf');
  const { cards, links } = laid.model;
  const marking: Marking = highestMarking([...cards, ...links].map((one) => one.marking));
  // Of two days that are compared the map is as on the later, with what went still on it.
  const [earlier, day] = [props.day, against ?? props.day].sort() as [Day, Day];
  const sheet: Sheet = {
    scene,
    palette: LIGHT,
    emphasis: { ...props.emphasis, focus: undefined },
    parts: ['head', 'legend'],
    title: name === '' ? t('map.export.plain') : t('map.export.title', { name }),
    notes: [
      against === undefined
        ? t('map.export.day', { day: partialDateText(locale, day) })
        : t('map.export.compared', {
            from: partialDateText(locale, earlier),
            to: partialDateText(locale, day),
          }),
      t('map.export.scope', { size: sizeText(scene, t) }),
      ...(props.filtered ? [t('map.export.filtered')] : []),
    ],
    marking: t(`words.marking.${marking}`),
    description: sceneText(scene, name, t),
    t,
  };
  const told = (
    answer: { readonly saved: boolean; readonly name?: string | undefined } | undefined,
  ): void => {
    if (answer?.saved) notice(t('map.export.saved', { name: answer.name ?? '' }));
  };
  const write = async (format: MapFormat, content: string): Promise<void> =>
    told(await save.run({ format, title: sheet.title, content }));
  const page = async (): Promise<void> =>
    told(
      await pdf.run({
        logId,
        language: lang,
        title: sheet.title,
        svg: sheetSvg({ ...sheet, parts: ['legend'] }),
        alt: sheet.description.slice(0, 7900),
        caption: sheet.title,
        notes: [...sheet.notes],
        marking,
        day,
      }),
    );
  const graph = () => openGraphOf(laid.model, laid.arranged.layout);
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconDeviceFloppy size={16} aria-hidden />}
          loading={pdf.running || save.running}
        >
          {t('map.export.label')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => void write('svg', sheetSvg(sheet))}>{t('map.export.svg')}</Menu.Item>
        <Menu.Item onClick={() => void page()}>{t('map.export.pdf')}</Menu.Item>
        <Menu.Item onClick={() => void imageOf(sheet).then((image) => write('png', image))}>
          {t('map.export.png')}
        </Menu.Item>
        <Menu.Item onClick={() => void write('graphml', graphmlText(graph()))}>
          {t('map.export.graphml')}
        </Menu.Item>
        <Menu.Item onClick={() => void write('csv', graphTables(graph()).edges)}>
          {t('map.export.csv')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** The sheet as the bytes of a PNG in base64. */
async function imageOf(sheet: Sheet): Promise<string> {
  const { x, y, width, height } = frameOf(sheet);
  const scale = Math.min(SHARP, LARGEST / width, LARGEST / height);
  const canvas = document.createElement('canvas');
  canvas.width = Math.ceil(width * scale);
  canvas.height = Math.ceil(height * scale);
  const context = canvas.getContext('2d', { alpha: false });
  if (context === null) throw new Error('the canvas cannot be painted on');
  context.setTransform(scale, 0, 0, scale, -x * scale, -y * scale);
  paintSheet(new CanvasPen(context), sheet);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (blob === null) throw new Error('the image is too large');
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let text = '';
  for (let i = 0; i < bytes.length; i += 0x8000)
    text += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
  return btoa(text);
}
