// Photos of people who do not exist: sharp, neither dark nor bright, and no two alike.
const width = 640;
const height = 800;

const between = (least, most) => least + Math.random() * (most - least);
const pick = (list) => list[Math.floor(Math.random() * list.length)];

const oval = (pen, x, y, wide, high, from = 0, to = Math.PI * 2) => {
  pen.beginPath();
  pen.ellipse(x, y, wide, high, 0, from, to);
  pen.fill();
};

// Light and dark in coarse patches, as of a room out of focus: no two backgrounds share where it is bright.
function background(pen) {
  const patches = document.createElement('canvas');
  [patches.width, patches.height] = [9, 8];
  const small = patches.getContext('2d');
  const hue = between(0, 360);
  for (let y = 0; y < 8; y++) {
    for (let x = 0; x < 9; x++) {
      small.fillStyle = `hsl(${hue + between(-50, 50)} ${between(15, 60)}% ${between(18, 84)}%)`;
      small.fillRect(x, y, 1, 1);
    }
  }
  pen.imageSmoothingEnabled = true;
  pen.imageSmoothingQuality = 'high';
  pen.drawImage(patches, -20, -20, width + 40, height + 40);
  for (let i = 0; i < 7; i++) {
    pen.fillStyle = `hsl(${hue + between(-90, 90)} 45% ${pick([25, 40, 65, 80])}% / .7)`;
    if (Math.random() < 0.5) oval(pen, between(0, width), between(0, height), between(30, 110), between(30, 110));
    else pen.fillRect(between(-40, width), between(-40, height), between(40, 190), between(40, 260));
  }
  const [turn, gap] = [between(0, Math.PI), between(14, 34)];
  pen.save();
  pen.translate(width / 2, height / 2);
  pen.rotate(turn);
  pen.strokeStyle = `hsl(${hue + 180} 30% ${pick([20, 85])}% / .5)`;
  pen.lineWidth = 2;
  for (let x = -700; x < 700; x += gap) {
    pen.beginPath();
    pen.moveTo(x, -700);
    pen.lineTo(x, 700);
    pen.stroke();
  }
  pen.restore();
}

function person(pen) {
  const size = between(85, 165);
  const [x, y] = [between(190, 450), between(230, 380)];
  const skin = pick(['#f1c9a5', '#e0ac82', '#c68b5f', '#a56a43', '#835233', '#f6d7bf']);
  const hair = pick(['#2b1c14', '#5a3a22', '#8f5a2b', '#c79a4f', '#3a3a40', '#9c9ca2', '#a2401f']);
  const long = Math.random() < 0.5;
  pen.save();
  pen.translate(x, y);
  pen.rotate(between(-0.22, 0.22));
  pen.fillStyle = `hsl(${between(0, 360)} 50% ${between(30, 65)}%)`;
  oval(pen, 0, size * 3.1, size * between(1.8, 2.4), size * 1.95);
  pen.strokeStyle = '#ffffffa0';
  pen.lineWidth = 3;
  for (let i = -8; i < 9; i++) {
    pen.beginPath();
    pen.moveTo(i * size * 0.22, size * 1.75);
    pen.lineTo(i * size * 0.26, size * 5);
    pen.stroke();
  }
  pen.fillStyle = hair;
  oval(pen, 0, -size * 0.2, size * 1.02, size * 1.15);
  if (long) pen.fillRect(-size * 1.02, -size * 0.2, size * 2.04, size * 1.7);
  pen.fillStyle = skin;
  pen.fillRect(-size * 0.36, size * 0.6, size * 0.72, size * 0.9);
  oval(pen, 0, 0, size * 0.84, size * 1.1);
  pen.fillStyle = hair;
  oval(pen, between(-0.2, 0.2) * size, -size * 0.82, size * 0.8, size * 0.4);
  for (const side of [-1, 1]) {
    pen.fillStyle = '#fff';
    oval(pen, side * size * 0.34, -size * 0.08, size * 0.17, size * 0.1);
    pen.fillStyle = pick(['#3b2616', '#2f5d3a', '#2c4f7c']);
    oval(pen, side * size * 0.34, -size * 0.08, size * 0.08, size * 0.09);
    pen.fillStyle = hair;
    pen.fillRect(side * size * 0.34 - size * 0.19, -size * 0.32, size * 0.38, size * 0.07);
  }
  pen.fillStyle = '#00000038';
  oval(pen, 0, size * 0.26, size * 0.1, size * 0.16);
  pen.fillStyle = '#a03a3f';
  oval(pen, 0, size * 0.52, size * between(0.22, 0.38), size * between(0.06, 0.17), 0, pick([Math.PI, Math.PI * 2]));
  pen.restore();
}

// Grain: what makes a photo sharp to the eye of a program.
function grain(pen) {
  const image = pen.getImageData(0, 0, width, height);
  for (let i = 0; i < image.data.length; i += 4) {
    const noise = between(-20, 20);
    for (let c = 0; c < 3; c++) image.data[i + c] += noise;
  }
  pen.putImageData(image, 0, 0);
}

// A JPEG. `seen` is what the stand-in for the inspection of photos shall see on it: woman,wearing_hat
export async function samplePhoto(name, seen) {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [width, height];
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  background(pen);
  person(pen);
  grain(pen);
  const jpeg = await new Promise((resolve) => { canvas.toBlob(resolve, 'image/jpeg', 0.9); });
  return new File(seen ? marked(jpeg, `simulator:${seen};`) : [jpeg], `${name}.jpg`, { type: 'image/jpeg' });
}

// A smiling face as WhatsApp takes stickers: 512 × 512, WebP.
export async function sampleSticker() {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [512, 512];
  const pen = canvas.getContext('2d');
  const disc = (x, y, radius, colour) => { pen.fillStyle = colour; pen.beginPath(); pen.arc(x, y, radius, 0, 7); pen.fill(); };
  disc(256, 256, 230, '#ffd23e');
  for (const x of [180, 332]) disc(x, 210, 28, '#5b3a00');
  pen.lineWidth = 24;
  pen.lineCap = 'round';
  pen.strokeStyle = '#5b3a00';
  pen.beginPath();
  pen.arc(256, 270, 110, 0.3, Math.PI - 0.3);
  pen.stroke();
  const webp = await new Promise((resolve) => { canvas.toBlob(resolve, 'image/webp'); });
  return new File([webp], 'sticker.webp', { type: 'image/webp' });
}

// In its colours, behind the start of the image: what stands in comments, or behind the picture, does not reach the stand-in.
function marked(jpeg, text) {
  const mark = new TextEncoder().encode(`ICC_PROFILE\0\x01\x01${text}`);
  return [jpeg.slice(0, 2), new Uint8Array([0xFF, 0xE2, 0, mark.length + 2]), mark, jpeg.slice(2)];
}
