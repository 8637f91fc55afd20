/** Shows the part of a sign-in page that says it did not work, with a way on. */
export function showFailure(): void {
  const show = (id: string, shown: boolean) => {
    const element = document.getElementById(id)
    if (element) element.hidden = !shown
  }
  show('signing-in', false)
  show('sign-in-failed', true)
}
