import type { Marking } from '#shared/model/marking.ts';
import type { RecordType } from '#shared/model/records.ts';
import { classes } from '../../ui/classes.ts';
import style from './dossier.module.css';
import { type Body, fieldName, fieldText, orderedFields } from './fields.ts';
import type { Wording } from './format.ts';

/** All members of one version, filled in or not as `fields` asks; those in `marked` differ from another version. */
export function FieldTable(props: {
  readonly type: RecordType;
  readonly body: Body;
  readonly marking: Marking;
  readonly wording: Wording;
  readonly fields?: readonly string[];
  readonly marked?: ReadonlySet<string>;
}) {
  const { type, body, wording } = props;
  const { t } = wording;
  const whole: Body = { ...body, marking: props.marking };
  const fields = props.fields ?? orderedFields([whole]);
  return (
    <dl className={style.fields}>
      {fields.map((field) => {
        const text = fieldText(type, field, whole, wording);
        if (text === undefined && props.fields === undefined) return null;
        const differs = props.marked?.has(field) ?? false;
        return (
          <div key={field} className={classes(style.field, differs && style.differs)}>
            <dt>
              {fieldName(field, wording)}
              {differs && <span className={style.differsWord}>{t('dossier.settle.differs')}</span>}
            </dt>
            <dd className={text === undefined ? style.absent : undefined}>
              {text ?? t('dossier.settle.absent')}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
