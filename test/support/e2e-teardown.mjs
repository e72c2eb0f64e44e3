export default async function tearDown() {
  await globalThis.stopWorkbench();
}
