import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { liveIn, pastOf } from '#shared/freeze/past.ts';
import { changeId } from '#shared/log/change.ts';
import { EMPTY_LOG, heads, merge, stateDigest, stateOf } from '#shared/log/state.ts';
import { play, steps } from '../../support/histories.ts';

describe('the past of a log at some heads', () => {
  it('is what one person knew, whatever others did and whatever was merged later', () => {
    fc.assert(
      fc.property(steps, (script) => {
        const [own = EMPTY_LOG, ...others] = play(script).map(stateOf);
        const { past, missing } = pastOf(others.reduce(merge, own), heads(own));
        expect(missing).toEqual([]);
        expect(stateDigest(past)).toBe(stateDigest(own));
        expect(liveIn(past)).toEqual(liveIn(own));
      }),
      { numRuns: 60 },
    );
  });

  it('names the heads that are not known here', () => {
    const [own = []] = play([{ kind: 'write', who: 0, record: 1, text: 'x' }]);
    const ids = own.map(({ change }) => changeId(change.header));
    expect(pastOf(stateOf([]), ids).missing).toEqual(ids);
  });
});
