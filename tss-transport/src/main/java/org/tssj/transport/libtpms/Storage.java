package org.tssj.transport.libtpms;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the TPM keeps its blobs: {@code permall}, {@code volatilestate}, {@code savestate}. */
interface Storage extends AutoCloseable {

  /** What survives a loss of power. */
  String PERMANENT = "permall";

  /** What does not; read when power comes on, written when a transport is closed. */
  String VOLATILE = "volatilestate";

  /** What TPM_SaveState of TPM 1.2 writes. */
  String SAVED = "savestate";

  /** The blob of that name, or null if there is none. */
  byte @Nullable [] load(String name) throws IOException;

  /** Replaces the blob of that name, wholly or not at all. */
  void store(String name, byte[] blob) throws IOException;

  /** Removes the blob of that name, if there is one. */
  void delete(String name) throws IOException;

  /** Whether it outlives this process. */
  boolean lasts();

  @Override
  void close() throws IOException;

  /** Storage that is forgotten with the transport. */
  static Storage inMemory() {
    Map<String, byte[]> blobs = new HashMap<>();
    return new Storage() {
      @Override
      public byte @Nullable [] load(String name) {
        return blobs.get(name);
      }

      @Override
      public void store(String name, byte[] blob) {
        blobs.put(name, blob);
      }

      @Override
      public void delete(String name) {
        blobs.remove(name);
      }

      @Override
      public boolean lasts() {
        return false;
      }

      @Override
      public void close() {
        blobs.clear();
      }
    };
  }
}
