import { Button, Checkbox, Group, Modal, SegmentedControl, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconFileTypePdf } from '@tabler/icons-react';
import { useState } from 'react';
import type { Language } from '#shared/ipc/vault.ts';
import { useJob } from '../../api/index.ts';
import { useLang, useLocale, useT } from '../../app/language.ts';
import { JobProgress } from '../../ui/index.ts';
import { useCase } from './CaseContext.ts';

/** Makes the dossier as PDF: in which language, with or without the data inside, and shows how far it is. */
export function PdfButton() {
  const t = useT();
  const lang = useLang();
  const locale = useLocale();
  const { logId, at } = useCase();
  const [opened, setOpened] = useState(false);
  const [language, setLanguage] = useState<Language>(lang);
  const [embedData, setEmbedData] = useState(false);
  const pdf = useJob('dossier.pdf');

  const make = async () => {
    const validAt = at.validAt === undefined ? {} : { validAt: at.validAt };
    const made = await pdf.run({ logId, language, embedData, ...validAt });
    if (made === undefined || !made.saved) return;
    setOpened(false);
    const size = new Intl.NumberFormat(locale).format(Math.ceil((made.bytes ?? 0) / 1000));
    const replaced = made.replacedCharacters ?? 0;
    const words = t('cases.pdfSaved', { name: made.name ?? '', size });
    notifications.show({
      color: 'green',
      message: replaced > 0 ? `${words} ${t('cases.pdfReplaced', { count: replaced })}` : words,
      autoClose: 10_000,
      closeButtonProps: { 'aria-label': t('common.close') },
    });
  };

  return (
    <>
      <Button
        h={36}
        px="sm"
        leftSection={<IconFileTypePdf size={18} stroke={1.7} aria-hidden />}
        aria-label={t('cases.pdfMake')}
        onClick={() => {
          setLanguage(lang);
          setOpened(true);
        }}
      >
        {t('cases.pdf')}
      </Button>
      <Modal
        opened={opened}
        onClose={() => setOpened(false)}
        title={t('cases.pdfTitle')}
        closeOnClickOutside={!pdf.running}
        closeButtonProps={{ 'aria-label': t('common.close') }}
      >
        <Stack>
          <Stack gap={4}>
            <Text size="sm" fw={500} id="pdf-language">
              {t('cases.pdfLanguage')}
            </Text>
            <SegmentedControl
              aria-labelledby="pdf-language"
              value={language}
              onChange={(value) => setLanguage(value === 'en' ? 'en' : 'nl')}
              disabled={pdf.running}
              data={[
                { value: 'nl', label: 'Nederlands' },
                { value: 'en', label: 'English' },
              ]}
            />
          </Stack>
          <Checkbox
            label={t('cases.pdfEmbed')}
            description={t('cases.pdfEmbedHelp')}
            checked={embedData}
            disabled={pdf.running}
            onChange={(event) => setEmbedData(event.currentTarget.checked)}
          />
          {pdf.running && (
            <JobProgress label={t('cases.pdfRunning')} progress={pdf.progress} onCancel={pdf.cancel} />
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={() => setOpened(false)}>
              {t('common.cancel')}
            </Button>
            <Button loading={pdf.running} onClick={() => void make()}>
              {t('cases.pdfMake')}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
