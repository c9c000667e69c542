'use client';
import { Dropzone } from '@mantine/dropzone';
import { Icon } from '@/components/shell/icon';
import classes from './page-drop.module.css';

/** Makes the whole page take a file while one is dragged over it. What is in it is judged by name and by the server. */
export function PageDrop({ onFile }: { onFile: (file: File) => void }) {
  return (
    <Dropzone.FullScreen
      withinPortal={false}
      activateOnKeyboard={false}
      multiple={false}
      onDrop={(files) => files[0] && onFile(files[0])}
      onReject={(rejections) => rejections[0] && onFile(rejections[0].file)}
      classNames={{ root: classes.root, inner: classes.inner }}
      inputProps={{ 'aria-label': 'Dropped spreadsheet' }}
    >
      <div className={classes.body}>
        <span className={classes.icon}>
          <Icon name="download" size={20} />
        </span>
        Let go to upload the file
      </div>
    </Dropzone.FullScreen>
  );
}
