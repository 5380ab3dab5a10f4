import { type Build, cell, filled } from './rows.ts';

/** Certificates of shares, and the measures that bind a transaction. */
export const measures: Build = ({ columns }, { t, nameOf }) =>
  filled([
    {
      key: 'certificates',
      label: t('scenarios.table.certificate'),
      cells: columns.map(({ certificates }) =>
        cell(
          ...certificates.map(({ holder, trustee }) =>
            t('scenarios.table.certificateText', { holder: nameOf(holder), trustee: nameOf(trustee) }),
          ),
        ),
      ),
    },
    {
      key: 'measures',
      label: t('scenarios.table.measure'),
      cells: columns.map(({ measures: all }) =>
        cell(
          ...all.map(({ measure, detail }) =>
            detail === undefined
              ? t(`scenarios.measure.${measure}`)
              : `${t(`scenarios.measure.${measure}`)}: ${detail}`,
          ),
        ),
      ),
    },
  ]);
