// How the single file unpacks itself. Nothing is fetched: its policy lets it reach nothing.
const unpacked = (text) => {
  const signs = atob(text);
  const packed = new Uint8Array(signs.length);
  for (let place = 0; place < signs.length; place += 1) packed[place] = signs.charCodeAt(place);
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).arrayBuffer();
};
