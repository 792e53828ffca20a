import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseCatalogue, type IndicatorCatalogue } from '../../../src/core/catalogue/indicator-catalogue';
import type { MatchQuery } from '../../../src/core/catalogue/matching';
import { parseLevel2 } from '../../../src/core/forms/indicator-levels';

const FOLDER = path.join('tools', 'bench', 'matching', 'labelled');
const ZHUHAI = path.join('assets', 'catalogues', 'zhuhai-observed.json');
const SHARED = path.join('..', 'shared', 'bench', 'catalog-match.tsv');

/** An indicator as somebody named it, with the codes a careful person would accept: none where no entry fits. */
export interface LabelledRow {
  readonly query: MatchQuery;
  readonly accepted: readonly string[];
}

export interface LabelledSet {
  readonly title: string;
  readonly catalogue: IndicatorCatalogue;
  readonly rows: readonly LabelledRow[];
}

/** The labelled sets, read from the folder of the project. */
export function loadLabelledSets(): readonly LabelledSet[] {
  const zhuhai = readCatalogue(ZHUHAI);
  const manyFields = readCatalogue(path.join(FOLDER, 'many-fields.catalogue.json'));
  const offices = readCatalogue(path.join(FOLDER, 'offices.catalogue.json'));
  const shared = existsSync(SHARED) ? SHARED : path.join(FOLDER, 'shared.tsv');
  return [
    setOf('rows of published filings', zhuhai, shared),
    setOf('rows of many offices', zhuhai, path.join(FOLDER, 'zhuhai.tsv')),
    setOf('rows of many fields, larger catalogue', manyFields, path.join(FOLDER, 'many-fields.tsv')),
    setOf('held out: rows like those of published filings', zhuhai, path.join(FOLDER, 'held-out-filings.tsv')),
    setOf('held out: rows of many offices', zhuhai, path.join(FOLDER, 'held-out-zhuhai.tsv')),
    setOf('held out: rows of many fields, larger catalogue', manyFields, path.join(FOLDER, 'held-out-many-fields.tsv')),
    setOf(
      'held out: rows of many departments, a catalogue of theirs',
      offices,
      path.join(FOLDER, 'held-out-offices.tsv'),
    ),
  ];
}

function readCatalogue(file: string): IndicatorCatalogue {
  return parseCatalogue(JSON.parse(readFileSync(file, 'utf8')));
}

function setOf(title: string, catalogue: IndicatorCatalogue, file: string): LabelledSet {
  return { title, catalogue, rows: parseLabelledRows(readFileSync(file, 'utf8')) };
}

/**
 * Reads lines `name<TAB>second level<TAB>codes joined by commas`, "-" where no entry fits; lines that begin with "#" say nothing.
 * @throws Error naming the line that is none of these.
 */
export function parseLabelledRows(text: string): readonly LabelledRow[] {
  return text
    .split(/\r?\n/)
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [name, level, codes] = line.split('\t');
      const level2 = parseLevel2(level || '').kind;
      if (level2 === null || !codes) throw new Error(`Not a labelled row: ${line}`);
      return { query: { name, level2 }, accepted: codes === '-' ? [] : codes.split(',') };
    });
}
