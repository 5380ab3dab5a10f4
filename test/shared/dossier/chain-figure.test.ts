import { describe, expect, it } from 'vitest';
import { SAMPLE_LOG, sampleViews } from '../../support/sample-views.ts';
import { bones, compose, SMALL } from './composeFixture.ts';

const views = sampleViews();
const figures = (document: ReturnType<typeof compose>) =>
  document.blocks.flatMap((block) =>
    block.kind === 'figure' && block.id.startsWith('chain-map-') ? [block] : [],
  );

describe('the map of the chain in the dossier', () => {
  const dutch = compose(views, { logId: SAMPLE_LOG });

  it('shows what leads to the company and what follows from it apart, down to the vital processes', () => {
    const [before, behind] = figures(dutch);
    expect([before?.id, behind?.id]).toEqual(['chain-map-before', 'chain-map-behind']);
    expect(before?.svg).toContain('Zuidertin');
    expect(before?.svg).not.toContain('Koninklijke Marine');
    expect(behind?.svg).toContain('Koninklijke Marine');
    expect(behind?.alt).toContain('Massaal giraal betalingsverkeer');
  });

  it('carries the highest marking of what it shows, and shows nothing above a ceiling', () => {
    expect(figures(dutch).some(({ marking }) => marking?.code === 'depV')).toBe(true);
    const open = views.map((view) => (view.type === 'case' ? { ...view, marking: 'open' as const } : view));
    const cut = figures(compose(open, { logId: SAMPLE_LOG, ceiling: 'open' }));
    expect(cut.length).toBeGreaterThan(0);
    expect(cut.map(({ svg, alt }) => svg + alt).join()).not.toContain('Betaalknoop');
    expect(cut.every(({ marking }) => marking?.code !== 'depV')).toBe(true);
  });

  it('says the same in English', () => {
    const english = compose(views, { logId: SAMPLE_LOG, lang: 'en' });
    expect(figures(english)[0]?.caption).toMatch(/Lumenschip/);
    expect(bones(english)).toEqual(bones(dutch));
  });

  it('is not there when nothing is linked to the company', () => {
    expect(figures(compose(SMALL.filter(({ type }) => type !== 'relation')))).toEqual([]);
  });
});
