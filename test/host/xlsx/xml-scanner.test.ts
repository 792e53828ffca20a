import fc from 'fast-check';
import { DEFAULT_LIMITS } from '../../../src/host/xlsx/limits';
import { decodePart, encodePart } from '../../../src/host/xlsx/xml/part-text';
import { scanText, withoutPrefix, XmlScanner, type XmlHandler } from '../../../src/host/xlsx/xml/xml-scanner';
import { codeOf } from './workbook-edits';

function recorder(): { readonly events: string[]; readonly handler: XmlHandler } {
  const events: string[] = [];
  return {
    events,
    handler: {
      open: (name, tag, isEmpty, start, end) =>
        events.push(`<${name}${isEmpty ? '/' : ''} a=${tag.attribute('a')} id=${tag.relationshipId()} ${start}-${end}`),
      close: (name, start, end) => events.push(`>${name} ${start}-${end}`),
      text: (text) => events.push(JSON.stringify(text)),
    },
  };
}

function scan(text: string): string[] {
  const { events, handler } = recorder();
  scanText(text, 'p', DEFAULT_LIMITS, handler);
  return events;
}

test('元素、属性、文字与位置', () => {
  expect(
    scan(
      `<?xml version="1.0"?><!-- x --><r a = "1&lt;&#x6c49;" r:id='k'>t&amp;<b a='"'/><![CDATA[<&amp;]]>\r\n</r >\n`,
    ),
  ).toEqual([
    '<r a=1<汉 id=k 31-63',
    '"t&"',
    '<b/ a=" id=undefined 69-79',
    '>b 79-79',
    '"<&amp;"',
    '"\\n"',
    '>r 99-104',
  ]);
});

test.each([
  ['', 'bad-xml'],
  ['文字', 'bad-xml'],
  ['<a>', 'bad-xml'],
  ['<a></b>', 'bad-xml'],
  ['<a/><b/>', 'bad-xml'],
  ['<a/>文字', 'bad-xml'],
  ['x<a/>', 'bad-xml'],
  ['<a b></a>', 'bad-xml'],
  ['<a b=1/>', 'bad-xml'],
  ['<a ="1"/>', 'bad-xml'],
  ['<a b="1/>', 'bad-xml'],
  ['<a / >', 'bad-xml'],
  ['<a<b/>', 'bad-xml'],
  ['< a/>', 'bad-xml'],
  ['<a>&nbsp;</a>', 'bad-xml'],
  ['<a>&#0;</a>', 'bad-xml'],
  ['<a>&#x110000;</a>', 'bad-xml'],
  ['<a><!-- </a>', 'bad-xml'],
  ['<![CDATA[x]]><a/>', 'bad-xml'],
  ['<!DOCTYPE a><a/>', 'xml-dtd'],
  ['<a><!ENTITY x "y"></a>', 'xml-dtd'],
  ['\ufeff<a/>\n', 'no error'],
  ['<a>]]></a>', 'no error'],
])('%j：%s', (text, expected) => {
  expect(codeOf(() => scan(text)).split('/')[0]).toBe(expected);
});

test('嵌套上限', () => {
  const nest = (depth: number): string => codeOf(() => scan('<a>'.repeat(depth) + '</a>'.repeat(depth))).split('/')[0];
  expect([nest(512), nest(513)]).toEqual(['no error', 'bad-xml']);
});

test('去掉根元素的前缀，替代内容只见后备', () => {
  const { events, handler } = recorder();
  const text =
    '<x:r xmlns:x="n"><x:a/><mc:A><mc:Choice><x:b>1</x:b></mc:Choice><mc:Fallback><x:c>2</x:c></mc:Fallback></mc:A></x:r>';
  scanText(text, 'p', DEFAULT_LIMITS, withoutPrefix(handler));
  expect(events.map((event) => event.split(' ')[0])).toEqual([
    '<r',
    '<a/',
    '>a',
    '<:mc:A',
    '<:mc:Fallback',
    '<c',
    '"2"',
    '>c',
    '>:mc:Fallback',
    '>:mc:A',
    '>r',
  ]);
});

test('无论在哪里切开，读到的都一样', () => {
  const text = `<?xml version="1.0"?><r a="1>2"><!-- <x> --><b a='&lt;'>文<![CDATA[ ]]> ]]>字</b><c/></r>\n`;
  const whole = scan(text);
  fc.assert(
    fc.property(fc.array(fc.nat(text.length), { maxLength: 6 }), (cuts) => {
      const { events, handler } = recorder();
      const scanner = new XmlScanner(handler, 512);
      const places = [0, ...cuts.sort((a, b) => a - b), text.length];
      places.slice(1).forEach((place, index) => scanner.write(text.slice(places[index], place)));
      scanner.end();
      expect(events).toEqual(whole);
    }),
  );
});

test('部件按编码读出，切成小块与整块相同', () => {
  const text = '<?xml version="1.0" encoding="UTF-8"?><r><a>汉字</a><b>😀</b></r>';
  const utf16 = (isBig: boolean): Uint8Array => {
    const bytes = Buffer.from(`\ufeff${text.replace('UTF-8', 'UTF-16')}`, 'utf16le');
    return new Uint8Array(isBig ? bytes.swap16() : bytes);
  };
  for (let size = 1; size < 40; size += 1) {
    const pieces = [...decodePart(encodePart(text), 'p', size)];
    expect(pieces.join('')).toBe(text);
    expect(pieces.slice(1).every((piece) => piece.startsWith('<'))).toBe(true);
  }
  expect([...decodePart(utf16(false), 'p')].join('')).toBe(text.replace('UTF-8', 'UTF-16'));
  expect([...decodePart(utf16(true), 'p')].join('')).toBe(text.replace('UTF-8', 'UTF-16'));
  expect(new TextDecoder().decode(encodePart(text.replace('UTF-8', 'gb2312')))).toBe(text);
  expect(codeOf(() => [...decodePart(new TextEncoder().encode('<?xml encoding="klingon"?><r/>'), 'p')])).toMatch(
    /^bad-xml\//,
  );
});
