import type { RecordId } from '../../model/ids.ts';
import type { TextFormat } from '../formats.ts';
import { JsonScan, type ScannedItem } from '../json-scan.ts';
import { type Made, rowOf, short, there } from '../made.ts';
import type { FileRow, Problem, ReadContext, Reader } from '../reader.ts';
import { isLinkSchema, linkRecords } from './links.ts';
import { otherRecords } from './others.ts';
import { type FtmEntity, OWN_MEMBER, ownContent } from './own.ts';
import { claimOf, entityOf, firstOf, type Reading, recordOf, sourceOf, valuesOf } from './reading.ts';
import { thingRecords } from './things.ts';

type Waiting = {
  readonly line: number;
  readonly entity: FtmEntity;
  readonly raw: Readonly<Record<string, unknown>>;
};

/**
 * Reads FollowTheMoney entities, one JSON object a line or a JSON array. Parties and things become records with a
 * claim for each value, links become relations (one for every pair that they name), documents become sources, notes
 * notes. An entity of our own making gives back the records that it was made from, unless somebody changed it. What
 * stands in another entity (the post of an occupancy, the authority of a contract, an address) waits for the end.
 * Schemata that say nothing of parties are passed over.
 */
class FtmReader implements Reader<string> {
  readonly #context: ReadContext;
  readonly #scan = new JsonScan();
  readonly #names = new Map<string, string>();
  readonly #addresses = new Map<string, string>();
  readonly #authorities = new Map<string, FtmEntity>();
  readonly #waiting: Waiting[] = [];

  constructor(context: ReadContext) {
    this.#context = context;
  }

  push(piece: string): readonly FileRow[] {
    const read = this.#scan.push(piece);
    return read.ok ? this.#rows(read.value) : [this.#broken(read.error)];
  }

  end(): readonly FileRow[] {
    const read = this.#scan.end();
    if (!read.ok) return [this.#broken(read.error)];
    const last = this.#rows(read.value);
    return [...last, ...this.#waiting.flatMap((waiting) => this.#late(waiting))];
  }

  #broken({
    code,
    params,
  }: {
    code: Problem['code'];
    params?: Readonly<Record<string, string | number>>;
  }): FileRow {
    return { line: Number(params?.index ?? 0) + 1, records: [], problems: [{ code }], broken: true };
  }

  #rows(items: readonly ScannedItem[]): FileRow[] {
    return items.flatMap((item) => {
      const line = item.index + 1;
      if ('code' in item) return [{ line, records: [], problems: [{ code: item.code }] }];
      const row = this.#row(line, item.text);
      return row === undefined ? [] : [row];
    });
  }

  #row(line: number, text: string): FileRow | undefined {
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      return { line, records: [], problems: [{ code: 'jsonSyntax' }] };
    }
    const parsed = entityOf(value);
    if ('problem' in parsed) return { line, records: [], problems: [parsed.problem] };
    const { entity, raw } = parsed;
    const name = short(entity.id, 200);
    const own = ownContent(raw, entity);
    if (own?.intact) {
      const made = own.records.map((one): Made => ({ ...one, path: OWN_MEMBER }));
      return made.length === 0 ? undefined : rowOf(line, made, this.#context, { name });
    }
    return this.#foreign({ line, entity, raw });
  }

  #foreign(given: Waiting): FileRow | undefined {
    const { line, entity, raw } = given;
    const { id, schema } = entity;
    const called = firstOf(entity, 'name') ?? firstOf(entity, 'title');
    if (schema === 'Address') {
      const full = firstOf(entity, 'full') ?? called;
      if (full !== undefined) this.#addresses.set(id, full);
      return undefined;
    }
    if (schema === 'Position' && called !== undefined) this.#names.set(id, called);
    if (schema === 'Contract' || schema === 'License') this.#authorities.set(id, entity);
    if (schema === 'Occupancy' || schema === 'ContractAward') {
      this.#waiting.push(given);
      return undefined;
    }
    if (valuesOf(entity, 'addressEntity').length > 0) this.#waiting.push(given);
    const { record: source, made: origin } = sourceOf(this.#context, entity, raw);
    const reading: Reading = { context: this.#context, entity, source };
    const record = recordOf(this.#context.logId, id);
    const made = this.#made(reading, record);
    if (made === undefined) return undefined;
    const more = { name: short(id, 200) };
    return 'problem' in made
      ? { line, records: [], problems: [made.problem], wanted: [record], ...more }
      : rowOf(line, [...(cites(made.made, source) ? origin : []), ...made.made], this.#context, more);
  }

  #made(
    reading: Reading,
    record: RecordId,
  ): { readonly made: readonly Made[] } | { readonly problem: Problem } | undefined {
    const { entity } = reading;
    if (isLinkSchema(entity.schema)) return linkRecords(reading, record);
    const made = otherRecords(reading, record) ?? thingRecords(reading, record);
    return made && { made };
  }

  /** Entities that needed another one: by now all are read. */
  #late({ line, entity, raw }: Waiting): readonly FileRow[] {
    const { logId } = this.#context;
    const { record: source, made: origin } = sourceOf(this.#context, entity, raw);
    const reading: Reading = { context: this.#context, entity, source };
    const row = (made: readonly Made[]): FileRow[] =>
      made.length === 0 ? [] : [rowOf(line, [...origin, ...made], this.#context)];
    if (entity.schema === 'ContractAward') {
      const contracts = valuesOf(entity, 'contract').flatMap((id) => this.#authorities.get(id) ?? []);
      const from = [...new Set(contracts.flatMap((contract) => valuesOf(contract, 'authority')))].sort();
      const titles = contracts.flatMap((contract) => valuesOf(contract, 'title'));
      const whole = {
        ...entity,
        properties: { ...entity.properties, ...(titles[0] ? { title: titles } : {}) },
      };
      const linked = linkRecords({ ...reading, entity: whole }, recordOf(logId, entity.id), { from });
      return 'problem' in linked ? [{ line, records: [], problems: [linked.problem] }] : row(linked.made);
    }
    if (entity.schema === 'Occupancy')
      return row(
        valuesOf(entity, 'post').flatMap((post, at) =>
          valuesOf(entity, 'holder').map((holder) =>
            claimOf(reading, {
              subject: recordOf(logId, holder),
              property: 'position',
              value: { kind: 'text', text: this.#names.get(post) ?? post },
              from: 'post',
              at,
              fragment: `${holder} ${post}`,
            }),
          ),
        ),
      );
    return row(
      there(
        valuesOf(entity, 'addressEntity').map((id, at) => {
          const full = this.#addresses.get(id);
          if (full === undefined) return undefined;
          const company = thingRecords(reading, recordOf(logId, entity.id))?.[0]?.type === 'company';
          return claimOf(reading, {
            subject: recordOf(logId, entity.id),
            property: company ? 'address' : 'description',
            value: { kind: 'text', text: company ? full : `address: ${full}` },
            from: 'addressEntity',
            at,
            fragment: full,
          });
        }),
      ),
    );
  }
}

/** Whether any of the records names the source. */
const cites = (made: readonly Made[], source: RecordId): boolean =>
  made.some(({ body }) => body.source === source);

/** FollowTheMoney entities, as JSON lines or as a JSON array. */
export const FTM: TextFormat = {
  extensions: ['json', 'jsonl', 'ijson', 'ftm'],
  looksLike: (head, name) => {
    if (/"schema"\s*:\s*"[A-Z]/.test(head) && /"properties"\s*:/.test(head)) return 3;
    return /\.(?:ftm(?:\.json)?|ijson)$/.test(name) ? 2 : 0;
  },
  open: (context) => new FtmReader(context),
};
