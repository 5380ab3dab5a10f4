/** What the editor gives to each of its forms. */
export type DrawerProps<Task> = {
  readonly logId: string;
  readonly opened: boolean;
  readonly task: Task;
  readonly onClose: () => void;
  /** Closes and says that it is saved; `record` is what was made, to go there. */
  readonly onSaved: (record?: string) => void;
};
