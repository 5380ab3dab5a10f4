import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import type { FtmEntity } from '#shared/import/ftm/own.ts';

type Property = { readonly type?: string; readonly range?: string; readonly maxLength?: number };
type Schema = {
  readonly extends?: readonly string[];
  readonly abstract?: boolean;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Property>>;
};

/** Forms that the model's own types accept, for those of which the form says anything. */
const FORMS: Readonly<Record<string, RegExp>> = {
  date: /^\d{4}(-\d\d(-\d\d)?)?$/,
  url: /^https?:\/\/[^\s/]+/,
  country: /^[a-z]{2}$/,
  number: /^-?\d+(\.\d+)?$/,
  language: /^[a-z]{3}$/,
};

/** The whole FollowTheMoney model out of its YAML files, and what is wrong with an entity by it. */
export class FtmModel {
  readonly #schemata = new Map<string, Schema>();

  constructor(folder: string) {
    for (const file of readdirSync(folder))
      if (/\.ya?ml$/.test(file))
        for (const [name, schema] of Object.entries(
          parse(readFileSync(path.join(folder, file), 'utf8')) as Record<string, Schema>,
        ))
          this.#schemata.set(name, schema);
  }

  get size(): number {
    return this.#schemata.size;
  }

  #ancestors(name: string): string[] {
    const { extends: parents = [] } = this.#schemata.get(name) ?? {};
    return [name, ...parents.flatMap((parent) => this.#ancestors(parent))];
  }

  #property(schema: string, name: string): Property | undefined {
    for (const one of this.#ancestors(schema)) {
      const { properties } = this.#schemata.get(one) ?? {};
      if (properties && Object.hasOwn(properties, name)) return properties[name];
    }
    return undefined;
  }

  /** Everything that makes the entities of a file invalid; empty when all of them are valid. */
  faults(entities: readonly FtmEntity[]): string[] {
    const schemaOf = new Map(entities.map(({ id, schema }) => [id, schema]));
    return entities.flatMap(({ id, schema, properties }) => {
      const known = this.#schemata.get(schema);
      if (!known) return [`${id}: no schema ${schema}`];
      if (known.abstract) return [`${id}: ${schema} is abstract`];
      const required = this.#ancestors(schema).flatMap((one) => this.#schemata.get(one)?.required ?? []);
      const missing = [...new Set(required)].filter((name) => !properties[name]?.length);
      return [
        ...missing.filter((name) => this.#property(schema, name)).map((name) => `${schema}: no ${name}`),
        ...Object.entries(properties).flatMap(([name, values]) => {
          const property = this.#property(schema, name);
          if (!property) return [`${schema}: no property ${name}`];
          return values.flatMap((value) =>
            this.#fault(schemaOf, property, value).map((f) => `${schema}.${name}: ${f}`),
          );
        }),
      ];
    });
  }

  #fault(schemaOf: ReadonlyMap<string, string>, property: Property, value: string): string[] {
    const { type = 'string', range, maxLength } = property;
    if (value.trim() === '') return ['empty'];
    if (maxLength !== undefined && value.length > maxLength) return [`longer than ${maxLength}`];
    if (type === 'entity') {
      const target = schemaOf.get(value);
      if (target === undefined) return [`points at nothing (${value})`];
      return range === undefined || this.#ancestors(target).includes(range)
        ? []
        : [`${target} is no ${range}`];
    }
    const form = FORMS[type];
    return form === undefined || form.test(value) ? [] : [`no ${type}: ${value}`];
  }
}
