/** A set of 32-bit integers by open addressing: no object per member. */
export class HashSet {
  size = 0;
  slots: Int32Array;
  mask: number;
  hasZero = false;

  constructor(expected = 64) {
    let capacity = 64;
    while (capacity < expected * 2) capacity *= 2;
    this.slots = new Int32Array(capacity);
    this.mask = capacity - 1;
  }

  add(value: number): void {
    if (value === 0) {
      if (!this.hasZero) this.size += 1;
      this.hasZero = true;
      return;
    }
    let slot = spread(value) & this.mask;
    while (this.slots[slot] !== 0) {
      if (this.slots[slot] === value) return;
      slot = (slot + 1) & this.mask;
    }
    this.slots[slot] = value;
    this.size += 1;
    if (this.size * 2 > this.mask) this.grow();
  }

  has(value: number): boolean {
    if (value === 0) return this.hasZero;
    let slot = spread(value) & this.mask;
    while (this.slots[slot] !== 0) {
      if (this.slots[slot] === value) return true;
      slot = (slot + 1) & this.mask;
    }
    return false;
  }

  grow(): void {
    const old = this.slots;
    this.slots = new Int32Array(old.length * 2);
    this.mask = this.slots.length - 1;
    this.size = this.hasZero ? 1 : 0;
    for (const value of old) if (value !== 0) this.add(value);
  }
}

function spread(value: number): number {
  const mixed = Math.imul(value, 0x9e3779b1);
  return mixed ^ (mixed >>> 15);
}
