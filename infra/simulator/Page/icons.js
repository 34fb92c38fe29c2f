import { say } from './words.js';

// Icons as paths on a 24 × 24 grid.
const paths = {
  back: 'M20 11H7.800l5.600-5.600L12 4l-8 8 8 8 1.400-1.400L7.800 13H20z',
  close: 'M18.300 5.700 12 12l6.300 6.300-1.400 1.400L10.600 13.400 4.300 19.700l-1.400-1.400L9.200 12 2.900 5.700l1.400-1.400 6.300 6.300 6.300-6.300z',
  attach: 'M16.500 6v11.200a4.200 4.200 0 0 1-8.400 0V5.200a2.700 2.700 0 0 1 5.400 0v10.600a1.200 1.200 0 0 1-2.400 0V6H9.600v9.800a2.700 2.700 0 0 0 5.400 0V5.200a4.200 4.200 0 0 0-8.400 0v12a5.700 5.700 0 0 0 11.400 0V6z',
  send: 'M3 20.500v-6.200L11.500 12 3 9.700V3.500L22 12z',
  reply: 'M10 9V5l-7 7 7 7v-4.100c5 0 8.500 1.600 11 5.100-1-5-4-10-11-11z',
  list: 'M4 6h2v2H4zm4 0h12v2H8zM4 11h2v2H4zm4 0h12v2H8zm-4 5h2v2H4zm4 0h12v2H8z',
  link: 'M14 4h6v6h-2V7.400l-8.300 8.300-1.400-1.400L16.600 6H14zM5 6h6v2H6v10h10v-5h2v7H4V6z',
  smile: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zm0 16a7 7 0 1 1 0-14 7 7 0 0 1 0 14zm-3-8.500a1.300 1.300 0 1 0 0-2.600 1.300 1.300 0 0 0 0 2.600zm6 0a1.300 1.300 0 1 0 0-2.600 1.300 1.300 0 0 0 0 2.600zM12 17a5 5 0 0 0 4.600-3H7.400A5 5 0 0 0 12 17z',
  file: 'M6 2h8l5 5v15H6zm7 1.500V8h4.500z',
  place: 'M12 2a7 7 0 0 0-7 7c0 5.200 7 13 7 13s7-7.800 7-13a7 7 0 0 0-7-7zm0 9.500a2.500 2.500 0 1 1 0-5 2.500 2.500 0 0 1 0 5z',
  voice: 'M12 15a3 3 0 0 0 3-3V6a3 3 0 0 0-6 0v6a3 3 0 0 0 3 3zm5-3a5 5 0 0 1-10 0H5a7 7 0 0 0 6 6.900V22h2v-3.100A7 7 0 0 0 19 12z',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zm0 2c-4 0-8 2-8 5v1h16v-1c0-3-4-5-8-5z',
  photo: 'M4 5h16v14H4zm2 11h12l-4-5.300-2.800 3.700-2-2.400z',
  warning: 'M12 3 1.500 21h21zm1 14h-2v-2h2zm0-3.500h-2v-4h2z',
};

// Ticks are wider than an icon: 18 × 12.
const ticks = {
  sent: 'M11.600 1.300 5.300 7.900 2.700 5.400 1.600 6.500l3.700 3.700L12.700 2.400z',
  double: 'M15.600 1.300 9.300 7.900l-.9-.9-1.100 1.100 2 2.100 7.400-7.800zM11.300 1.300 5 7.900 2.400 5.400 1.300 6.500 5 10.200l7.400-7.800z',
};

const make = (box, path) => {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', box);
  svg.setAttribute('aria-hidden', 'true');
  const shape = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  shape.setAttribute('d', path);
  svg.append(shape);
  return svg;
};

export const icon = (name) => make('0 0 24 24', paths[name]);

export const tick = (status) => {
  const svg = status === 'failed' ? icon('warning') : make('0 0 18 12', status === 'sent' ? ticks.sent : ticks.double);
  svg.classList.add('tick', status);
  svg.removeAttribute('aria-hidden');
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', say(status));
  return svg;
};
