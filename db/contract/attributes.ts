import { describe, expect, it } from 'vitest';
import { type AttributeDefinition, attributeLimits } from '../../lib/customer/attribute';
import { type OpenStore, withTwo } from './with-two';

const tier: AttributeDefinition = {
  name: 'LOYALTY_TIER',
  label: 'Loyalty tier',
  class: '',
  type: 'list',
  options: ['gold', 'a "silver", one', 'bronze'],
  description: null,
};
const born: AttributeDefinition = {
  ...tier,
  name: 'born-in',
  label: null,
  class: 'person',
  type: 'whole',
  options: [],
};

export const attributeContract = (open: OpenStore) =>
  describe('attributes', () => {
    const { web, worker } = withTwo(open, 'attributes');

    it('come back as they were defined, by name', async () => {
      expect(await web().listAttributes()).toEqual([]);
      expect([await web().addAttribute(tier), await worker().addAttribute(born)]).toEqual([true, true]);
      expect(await worker().listAttributes()).toEqual([born, tier]);
    });

    it('have a name once, in whatever case and whoever asks at the same time', async () => {
      expect(await web().addAttribute({ ...born, name: 'loyalty_tier' })).toBe(false);
      const made = await Promise.all(
        Array.from({ length: 6 }, (_, at) => (at % 2 ? web() : worker()).addAttribute({ ...born, name: 'raced' })),
      );
      expect(made.filter(Boolean)).toHaveLength(1);
    });

    it('change but for name, class and type, and are removed once', async () => {
      const change = { label: null, options: ['gold'], description: 'Since 2020' };
      expect(await web().changeAttribute({ name: tier.name, ...change })).toBe(true);
      expect((await worker().listAttributes()).find(({ name }) => name === tier.name)).toEqual({ ...tier, ...change });
      expect(await web().changeAttribute({ name: 'nothing', ...change })).toBe(false);
      expect([await web().removeAttribute(tier.name), await web().removeAttribute(tier.name)]).toEqual([true, false]);
      expect(await web().addAttribute(tier)).toBe(true);
    });

    it('leave an entry in the audit log with the change, or neither', async () => {
      const by = (action: string, objectId: string) =>
        web().noting({
          ...{ actorKind: 'person' as const, actorId: 'p', actorName: 'Ada', address: null, details: {} },
          ...{ action, objectKind: 'attribute', objectId },
        });
      const found = async (objectId: string) =>
        (await web().readAudit({ objectKind: 'attribute', objectId, limit: 10 })).map(({ action }) => action);
      await by('attribute_defined', 'noted').addAttribute({ ...born, name: 'noted' });
      await by('attribute_defined', 'NOTED').addAttribute({ ...born, name: 'NOTED' });
      await by('attribute_removed', 'noted').removeAttribute('noted');
      await by('attribute_removed', 'nothing').removeAttribute('nothing');
      expect(await found('noted')).toEqual(['attribute_removed', 'attribute_defined']);
      expect([await found('NOTED'), await found('nothing')]).toEqual([[], []]);
    });

    it('are as many as there may be and no more', async () => {
      const there = (await web().listAttributes()).length;
      for (let at = there; at < attributeLimits.definitions; at++) {
        expect(await web().addAttribute({ ...born, name: `a${at}` })).toBe(true);
      }
      expect(await web().addAttribute({ ...born, name: 'one_more' })).toBe(false);
    });
  });
