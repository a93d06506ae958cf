package org.tssj.cli.argument;

import java.util.UUID;
import org.tssj.tpm20.structure.handle.Handle;

/**
 * Which key is meant: one in a file, one that is persistent in a TPM 2.0, or one that tcsd keeps.
 */
public sealed interface KeyName {

  /** The grammar in a line, for messages. */
  String GRAMMAR = "a file, a persistent handle (0x81000001) or uuid:UUID (TPM 1.2)";

  /**
   * In a file, or in the files that begin with this name.
   *
   * @param file as it was given
   */
  record Stored(String file) implements KeyName {
    @Override
    public String toString() {
      return file;
    }
  }

  /**
   * Persistent in a TPM 2.0.
   *
   * @param handle 0x81000000 to 0x81ffffff
   */
  record Persistent(Handle handle) implements KeyName {
    @Override
    public String toString() {
      return handle.toString();
    }
  }

  /**
   * Registered in trousers' key store.
   *
   * @param uuid its name there
   */
  record Registered(UUID uuid) implements KeyName {
    @Override
    public String toString() {
      return "uuid:" + uuid;
    }
  }

  /**
   * Reads the text form.
   *
   * @throws IllegalArgumentException if it begins like one of them and is none
   */
  static KeyName parse(String text) {
    if (text.matches("0x[0-9a-fA-F]{8}")) {
      Handle handle = Handle.of(Integer.parseUnsignedInt(text.substring(2), 16));
      if (handle.type() != PERSISTENT) {
        throw new IllegalArgumentException(
            "a persistent handle is 0x81000000 to 0x81ffffff, not " + text);
      }
      return new Persistent(handle);
    }
    if (text.startsWith("uuid:")) {
      try {
        return new Registered(UUID.fromString(text.substring("uuid:".length())));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            "a UUID is written as uuid:00000000-0000-0000-0000-000000000001, not " + text, e);
      }
    }
    if (text.isEmpty()) {
      throw new IllegalArgumentException("a key is " + GRAMMAR);
    }
    return new Stored(text);
  }

  /** TPM_HT_PERSISTENT. */
  int PERSISTENT = 0x81;
}
