/** An extension takes nothing of what waits for it. */
export class ExtensionAway extends Error {
  override readonly name = 'ExtensionAway';
  constructor(extension: string, waiting: number, sent: number) {
    super(
      `${waiting} articles wait for the extension ${extension}, and it has taken none for a minute: start it, then run this again. ${sent} articles were sent to it so far`,
    );
  }
}
