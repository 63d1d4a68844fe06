// Draws the icons of the Teams app, color.png (192 x 192) and outline.png (32 x 32): two linked rings, a ward and a municipality.
//   node appPackage/draw-icons.mjs
// Teams asks for a full-bleed colour icon, and for an outline in white on transparent.

import { writeFileSync } from "node:fs";
import { crc32, deflateSync } from "node:zlib";

const samples = 8;
const indigo = [0x1f, 0x4e, 0x79];
const white = [0xff, 0xff, 0xff];
const leaf = [0x8f, 0xd3, 0xb6];

/** Two rings in a square of side 1; the left one passes over the right one above and under it below. */
const rings = { left: 0.37, right: 0.63, middle: 0.5, radius: 0.225 };

function ringAt(x, y, thickness) {
  const on = (centre) => Math.abs(Math.hypot(x - centre, y - rings.middle) - rings.radius) <= thickness / 2;
  const left = on(rings.left);
  const right = on(rings.right);
  if (left && right) return y < rings.middle ? "left" : "right";
  return left ? "left" : right ? "right" : undefined;
}

/** Draws a square image; each pixel is the mean of its samples, the colours weighted by their opacity. */
function draw(size, colourAt) {
  const pixels = Buffer.alloc(size * size * 4);
  for (let py = 0; py < size; py++) {
    for (let px = 0; px < size; px++) {
      const sum = [0, 0, 0];
      let opaque = 0;
      for (let s = 0; s < samples * samples; s++) {
        const x = (px + ((s % samples) + 0.5) / samples) / size;
        const y = (py + (Math.floor(s / samples) + 0.5) / samples) / size;
        const colour = colourAt(x, y);
        if (!colour) continue;
        opaque++;
        colour.forEach((value, i) => (sum[i] += value));
      }
      if (!opaque) continue;
      const at = (py * size + px) * 4;
      sum.forEach((value, i) => (pixels[at + i] = Math.round(value / opaque)));
      pixels[at + 3] = Math.round((255 * opaque) / (samples * samples));
    }
  }
  return png(size, pixels);
}

function png(size, pixels) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const rows = Buffer.concat(Array.from({ length: size }, (_, y) => Buffer.concat([Buffer.from([0]), pixels.subarray(y * size * 4, (y + 1) * size * 4)])));
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(rows, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, "ascii"), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

const here = (name) => new URL(name, import.meta.url);
const colours = { left: white, right: leaf };
writeFileSync(here("color.png"), draw(192, (x, y) => colours[ringAt(x, y, 0.075)] ?? indigo));
// Small and of one colour, the rings need a gap where one passes under the other.
writeFileSync(here("outline.png"), draw(32, (x, y) => outlineAt((x - 0.5) * 0.86 + 0.5, (y - 0.5) * 0.86 + 0.5)));

function outlineAt(x, y) {
  const ring = ringAt(x, y, 0.075);
  if (!ring) return undefined;
  const over = y < rings.middle ? "left" : "right";
  const nearOther = Math.abs(Math.hypot(x - rings[over], y - rings.middle) - rings.radius) <= 0.075;
  return ring !== over && nearOther ? undefined : white;
}
