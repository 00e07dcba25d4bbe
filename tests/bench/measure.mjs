// Measures one form in the page that it runs in. `bench.mjs` calls what is put on the window here.

const MOUNTS = 5;
const KEYSTROKES = 7;

/** Resolves once the present task and its microtasks are over. */
function afterTask() {
  return new Promise((resolve) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => {
      channel.port1.close();
      resolve(performance.now());
    };
    channel.port2.postMessage(null);
  });
}

/** Resolves once the next frame's styles, layout and painting are done. */
function afterFrame() {
  return new Promise((resolve) => {
    requestAnimationFrame(() => resolve(afterTask()));
  });
}

async function settle() {
  for (let frame = 0; frame < 3; frame += 1) await afterFrame();
  await new Promise((resolve) => setTimeout(resolve, 30));
}

/** Types as a person does: the setter of the prototype is the one that React does not see. */
function type(input, text) {
  const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
  set.call(input, text);
  input.dispatchEvent(new InputEvent('input', { bubbles: true, data: text.at(-1) }));
}

function at(value, path) {
  return path.reduce((inner, name) => inner?.[name], value);
}

function controls(element) {
  return [...element.querySelectorAll('input, select, textarea')].filter(
    (control) => !control.hidden && control.checkVisibility() && control.type !== 'hidden',
  ).length;
}

/** From the call until the first frame after it has been drawn. */
async function mount(subject, element, scenario) {
  await settle();
  const start = performance.now();
  const unmount = subject.mount(element, scenario);
  const end = await afterFrame();
  return { time: end - start, unmount };
}

/** From the event until its handlers and their microtasks are over and the layout that they ask for is done. */
async function act(action) {
  // Layout that is still owed to something else is not the event's.
  document.body.getBoundingClientRect();
  const over = afterTask();
  const start = performance.now();
  action();
  await over;
  document.body.getBoundingClientRect();
  return performance.now() - start;
}

function require(condition, what) {
  if (!condition) throw new Error(what);
}

/** The first form of the page. */
async function measureFirst(subject, scenario) {
  const element = document.body.appendChild(document.createElement('div'));
  const { time, unmount } = await mount(subject, element, scenario);
  const drawn = controls(element);
  require(drawn >= scenario.controls, `${drawn} controls of ${scenario.controls}`);
  unmount();
  element.remove();
  return time;
}

/** Forms after the first, and what is done in the last of them. */
async function measureRest(subject, scenario) {
  const element = document.body.appendChild(document.createElement('div'));
  const again = [];
  let mounted;
  for (let round = 0; round < MOUNTS; round += 1) {
    mounted?.unmount();
    element.replaceChildren();
    mounted = await mount(subject, element, scenario);
    again.push(mounted.time);
  }

  await settle();
  const keystrokes = [];
  const input = subject.find(element, scenario.edited);
  require(input !== null, 'no input to type in');
  for (let round = 0; round < KEYSTROKES; round += 1) {
    const text = 'Keystrokes are many'.slice(0, round + 3);
    keystrokes.push(await act(() => type(subject.find(element, scenario.edited), text)));
    await settle();
    require(at(subject.value(), scenario.edited) === text, 'what was typed did not arrive');
  }
  const toggles = [];
  for (let round = 0; scenario.toggled && round < KEYSTROKES; round += 1) {
    const before = controls(element);
    toggles.push(await act(() => subject.find(element, scenario.toggled).click()));
    await settle();
    require(controls(element) !== before, 'nothing was shown or hidden');
  }
  mounted.unmount();
  element.remove();
  // The first of each warms up what the others find ready.
  return { again, keystrokes: keystrokes.slice(1), toggles: toggles.slice(1) };
}

/** Offers a form to `bench.mjs`. */
export function begin(subject) {
  let opened;
  const measure = (run) => async (scenario) => {
    opened ??= subject.open();
    await opened;
    return run(subject, { ...scenario, text: JSON.stringify(scenario.schema) });
  };
  window.measureFirst = measure(measureFirst);
  window.measureRest = measure(measureRest);
}
