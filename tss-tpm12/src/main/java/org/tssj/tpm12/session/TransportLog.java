package org.tssj.tpm12.session;

import java.util.List;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.wire.Codec;
import org.tssj.tpm12.structure.transport.TransportLogIn;
import org.tssj.tpm12.structure.transport.TransportLogOut;

/**
 * What was executed in a transport session, as the TPM has logged it. The TPM itself keeps the
 * digest alone.
 *
 * @param entries in their order, the session's opening first
 * @see "TPM 1.2 Main, Part 3, 24.2 TPM_ExecuteTransport"
 */
public record TransportLog(List<Entry> entries) {

  /** As a log begins: nothing was executed, nor was the session opened. */
  public static final TransportLog EMPTY = new TransportLog(List.of());

  public TransportLog {
    entries = List.copyOf(entries);
  }

  /**
   * One command.
   *
   * @param command its name in the specification
   * @param in what is logged of it
   * @param out what is logged of its answer
   */
  public record Entry(String command, TransportLogIn in, TransportLogOut out) {}

  /** The digest that the TPM has of this log: 20 octets, zeros for the empty one. */
  public Bytes digest() {
    Bytes digest = Bytes.zeros(Bank.SHA1.size());
    for (Entry entry : entries) {
      digest = extended(digest, TransportLogIn.CODEC, entry.in());
      digest = extended(digest, TransportLogOut.CODEC, entry.out());
    }
    return digest;
  }

  static <T> Bytes extended(Bytes digest, Codec<T> codec, T value) {
    return Bank.SHA1.hash(digest, codec.encode(value));
  }
}
