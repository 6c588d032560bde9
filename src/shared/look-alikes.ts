/**
 * Letters that are drawn like others, each group behind the one it looks like: what a person who wants to be taken for
 * somebody else would type. Wide, mathematical and circled letters and accents are no concern here: normalisation
 * undoes them.
 */
const groups: Readonly<Record<string, string>> = {
  a: 'ɑαаӕΑАᎪꓮᴀ',
  b: 'ΒВвЬьᏴꓐʙƄ',
  c: 'ςсСᏟⲥꓚᴄ',
  d: 'ԁᎠꓒꓓᴅđĐɖ',
  e: 'еЕεΕҽᎬꓰᴇє',
  f: 'ƒꓝꜰϜ',
  g: 'ɡցɢᏀꓖԌ',
  h: 'һհНнΗᎻꓧʜħĦ',
  j: 'јЈȷϳᎫꓙᴊ',
  k: 'κкΚКᏦꓗᴋ',
  // One stroke is an i, an l, a one or a bar, as the font likes.
  l: 'iıɩιіІΙӏӀᎥᏞꓡꓲɪʟłŁƖ1|ǀ',
  m: 'мМΜᎷꓟᴍ',
  n: 'ηոпΝꓠɴ',
  o: 'οоΟОօՕᴏσ0øØߋꓳ',
  p: 'ρрΡРᏢꓑᴘ',
  q: 'ԛգ',
  r: 'гᎡꓣʀ',
  s: 'ѕЅꜱᏚꓢՏ',
  t: 'τтΤТᎢꓔᴛŧŦ',
  u: 'υսՍᴜꓴʋ',
  v: 'νѵᏙꓦᴠ',
  w: 'ωԝԜᎳꓪᴡ',
  x: 'χхΧХꓫ',
  y: 'γуУΥүҮʏᎽꓬ',
  z: 'ΖᏃꓜᴢ',
};

export const lookAlikes: ReadonlyMap<string, string> = new Map(
  Object.entries(groups).flatMap(([letter, others]) =>
    Array.from(others, (other) => [other, letter] as const),
  ),
);
