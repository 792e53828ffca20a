import fc from 'fast-check';
import { readWorkbookNotes, writeWorkbookNotes } from '../../../src/core/workbook/workbook-notes';

const HEAD = '<shenbao xmlns="urn:shenbao:workbook" version="1">';
const read = (xml: string): readonly (readonly [string, string])[] => [...readWorkbookNotes(xml)];

describe('written', () => {
  test('one element a note, in the order in which they came', () => {
    const notes = new Map([
      ['采纳', '[{"cell":"B2","why":"已核对 & 属实"}]'],
      ['a"<b>', '无'],
    ]);
    expect(writeWorkbookNotes(notes)).toBe(
      `${HEAD}<entry key="采纳">[{&quot;cell&quot;:&quot;B2&quot;,&quot;why&quot;:&quot;已核对 &amp; 属实&quot;}]</entry>` +
        '<entry key="a&quot;&lt;b&gt;">无</entry></shenbao>',
    );
    expect(read(writeWorkbookNotes(notes))).toEqual([...notes]);
  });

  test('what XML cannot hold, and what may get lost on the way, is escaped', () => {
    const notes = new Map([['键', ' a\u0000\r\n\t_x0041_\ud800😀\uffff ']]);
    expect(writeWorkbookNotes(notes)).toBe(
      `${HEAD}<entry key="键">_x0020_a_x0000__x000D__x000A__x0009__x005F_x0041__xD800_😀_xFFFF__x0020_</entry></shenbao>`,
    );
    expect(read(writeWorkbookNotes(notes))).toEqual([...notes]);
  });

  test('an empty text is no note', () => {
    expect(writeWorkbookNotes(new Map([['键', '']]))).toBe(`${HEAD}</shenbao>`);
  });

  test('any texts come back as they were', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1 }),
      fc.stringMatching(/^[_x04A &<>"'\]\u0001\ud800\udc00]+$/),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text)), (entries) => {
        const notes = new Map(entries);
        expect(read(writeWorkbookNotes(notes))).toEqual([...notes]);
      }),
    );
  });
});

describe('read', () => {
  test.each([
    [
      'a declaration, comments, line breaks',
      `\ufeff<?xml version="1.0"?>\n<!--x-->\n${HEAD}\n <!-- <a> --><entry key="a">1</entry>\n</shenbao>\n`,
    ],
    ['a namespace prefix', '<n:shenbao xmlns:n="urn:shenbao:workbook"><n:entry key=\'a\'>1</n:entry></n:shenbao>'],
    [
      'elements and attributes of later versions',
      `${HEAD}<新 x="1"><entry key="b">no</entry></新><entry key="a" by="x">1<x>no</x></entry><x/></shenbao>`,
    ],
    ['a comment and CDATA inside', `${HEAD}<entry key="a"><!-- 2 --><![CDATA[1]]></entry></shenbao>`],
    [
      'entries without a key, or empty ones',
      `${HEAD}<entry>no</entry><entry key="b"/><entry key="c"></entry><entry key="a">&#49;</entry></shenbao>`,
    ],
    ['the same key twice: the later one', `${HEAD}<entry key="a">0</entry><entry key="a">&#x31;</entry></shenbao>`],
  ])('%s', (_, xml) => {
    expect(read(xml)).toEqual([['a', '1']]);
  });

  test.each([
    ['nothing', ''],
    ['no XML', '你好'],
    ['cut off', `${HEAD}<entry key="a">1</entry>`],
    ['cut off in a tag', `${HEAD}<entry key="a">1</entry><entry key="b`],
    ['crossed tags', `${HEAD}<entry key="a"><x>1</entry></x></shenbao>`],
    ['two roots', `${HEAD}<entry key="a">1</entry></shenbao>${HEAD}</shenbao>`],
    ['text around it', `x${HEAD}<entry key="a">1</entry></shenbao>`],
    ['another namespace', '<shenbao xmlns="urn:other"><entry key="a">1</entry></shenbao>'],
    ['an unbound prefix', '<n:shenbao xmlns="urn:shenbao:workbook"><n:entry key="a">1</n:entry></n:shenbao>'],
    ['another root', '<other xmlns="urn:shenbao:workbook"><entry key="a">1</entry></other>'],
    ['a DOCTYPE', `<!DOCTYPE shenbao [<!ENTITY e "1">]>${HEAD}<entry key="a">1</entry></shenbao>`],
    ['an unknown entity', `${HEAD}<entry key="a">&e;</entry></shenbao>`],
    ['a bare ampersand', `${HEAD}<entry key="a&b">1</entry></shenbao>`],
    ['a character beyond Unicode', `${HEAD}<entry key="a">&#x110000;</entry></shenbao>`],
  ])('%s holds no notes', (_, xml) => {
    expect(read(xml)).toEqual([]);
  });

  test('any damage of a part is survived', () => {
    const part = writeWorkbookNotes(
      new Map([
        ['采纳', '<a> & "b"'],
        ['b', '2'],
      ]),
    );
    fc.assert(
      fc.property(fc.nat(part.length), fc.nat(part.length), fc.string(), (start, length, replacement) => {
        const damaged = part.slice(0, start) + replacement + part.slice(start + length);
        expect(() => readWorkbookNotes(damaged)).not.toThrow();
      }),
    );
  });

  test.each([
    ['attributes', `<shenbao ${'a="1" '.repeat(300000)}`],
    ['open elements', HEAD + '<a>'.repeat(300000)],
    ['blanks', `<shenbao${' '.repeat(300000)}<`],
    ['starts of tags', HEAD + '<a b="1" '.repeat(200000)],
  ])('a part of endless %s is read to its end', (_, xml) => {
    expect(read(xml)).toEqual([]);
  });
});
