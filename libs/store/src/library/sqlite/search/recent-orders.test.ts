import { describe, expect, it } from '@jest/globals';
import { RecentOrders } from './recent-orders.ts';

describe('RecentOrders', () => {
  const order = (id: number) => [{ id, score: 1 }];
  const page = (list: string, isFirst = false) => ({ list, reference: 1, isFirst });

  it('gives a later page the order of the first, and ranks a first page again', () => {
    const orders = new RecentOrders();
    expect(orders.order(page('a', true), () => order(1))).toEqual(order(1));
    expect(orders.order(page('a'), () => order(2))).toEqual(order(1));
    expect(orders.order({ ...page('a'), reference: 2 }, () => order(3))).toEqual(order(3));
    expect(orders.order(page('a', true), () => order(4))).toEqual(order(4));
    expect(orders.order(page('a'), () => order(5))).toEqual(order(4));
  });
  it('forgets those that nobody has asked for longest', () => {
    const orders = new RecentOrders();
    for (let i = 0; i < 16; i += 1) orders.order(page(`list ${i}`, true), () => order(i));
    orders.order(page('list 0'), () => order(99));
    orders.order(page('another', true), () => order(100));
    expect(orders.order(page('list 0'), () => order(99))).toEqual(order(0));
    expect(orders.order(page('list 1'), () => order(99))).toEqual(order(99));
  });
});
