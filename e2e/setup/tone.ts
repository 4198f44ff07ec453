/** A small WAV file, mono, 8 kHz, 8 bits: a tone that starts anew each second, so that a person could hear where it is. */
export function makeTone(seconds: number): Buffer {
  const rate = 8000;
  const samples = seconds * rate;
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + samples, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20); // PCM
  head.writeUInt16LE(1, 22); // channels
  head.writeUInt32LE(rate, 24);
  head.writeUInt32LE(rate, 28); // bytes a second
  head.writeUInt16LE(1, 32);
  head.writeUInt16LE(8, 34);
  head.write('data', 36);
  head.writeUInt32LE(samples, 40);
  const body = Buffer.alloc(samples);
  for (let i = 0; i < samples; i += 1)
    body[i] = 128 + 20 * Math.sin((i * 2 * Math.PI * 220) / rate) * (1 - (i % rate) / rate);
  return Buffer.concat([head, body]);
}
