import { useEffect, useRef } from 'react';
import { useJob } from '../api/index.ts';
import { go } from './router.ts';

/** A demonstration begins in the sample case, unless the address says otherwise. */
export const useDemoStart = (demo: boolean): void => {
  const { run } = useJob('cases.openSample');
  const started = useRef(false);
  useEffect(() => {
    if (!demo || started.current || window.location.hash !== '') return;
    started.current = true;
    void run({}).then((opened) => {
      if (opened !== undefined)
        go({ screen: 'case', logId: opened.logId, tab: 'overview' }, { replace: true });
    });
  }, [demo, run]);
};
