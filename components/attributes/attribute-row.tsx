'use client';
import { Button, Table } from '@mantine/core';
import listClasses from '@/components/shell/list-table.module.css';
import type { AttributeDefinition } from '@/lib/customer/attribute';
import { optionWords, typeWords } from './attribute-words';
import classes from './attributes-page.module.css';

/** One definition. */
export function AttributeRow({
  attribute,
  onChange,
  onRemove,
}: {
  attribute: AttributeDefinition;
  onChange: (attribute: AttributeDefinition) => void;
  onRemove: (attribute: AttributeDefinition) => void;
}) {
  const { name, label, type, class: ofClass, options, description } = attribute;
  return (
    <Table.Tr>
      <Table.Td className={`${listClasses.main} ${classes.wide}`}>
        <b>{label ?? name}</b>
        <span className={`${listClasses.note} ${classes.name}`}>attribute.{name}</span>
      </Table.Td>
      <Table.Td className={classes.type}>
        <span>{typeWords[type]}</span>
        {options.length > 0 && (
          <span className={listClasses.note} title={options.join(', ')}>
            {optionWords(attribute)}
          </span>
        )}
      </Table.Td>
      <Table.Td className={classes.class}>
        {ofClass && (
          <>
            <span className={listClasses.label}>class </span>
            <span className={classes.name}>{ofClass}</span>
          </>
        )}
      </Table.Td>
      <Table.Td className={classes.description}>{description}</Table.Td>
      <Table.Td className={listClasses.actions}>
        <span className={classes.acts}>
          <Button
            size="xs"
            variant="subtle"
            color="gray"
            aria-label={`Change ${name}`}
            onClick={() => onChange(attribute)}
          >
            Change
          </Button>
          <Button
            size="xs"
            variant="subtle"
            color="gray"
            aria-label={`Remove ${name}`}
            onClick={() => onRemove(attribute)}
          >
            Remove
          </Button>
        </span>
      </Table.Td>
    </Table.Tr>
  );
}
