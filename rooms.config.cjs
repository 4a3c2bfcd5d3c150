/** Which room of browser modules may ask which: downward only, and nothing in a circle. */

const ROOMS = ['header', 'offline', 'search', 'links', 'checklist', 'call', 'template', 'blanks', 'words', 'core'];
const HERE = '^playbooks/theme/assets';

const upward = ROOMS.slice(1).map((room, number) => ({
  name: `${room}-asks-only-below`,
  severity: 'error',
  from: { path: `${HERE}/${room}/` },
  to: { path: `${HERE}/(?:${ROOMS.slice(0, number + 1).join('|')})/` },
}));

module.exports = {
  forbidden: [
    ...upward,
    { name: 'no-room-asks-an-entry', severity: 'error', from: { path: `${HERE}/[^/]+/` }, to: { path: `${HERE}/[^/]+\\.js$` } },
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'nothing-missing', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
};
