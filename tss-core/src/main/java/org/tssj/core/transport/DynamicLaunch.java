package org.tssj.core.transport;

import java.io.IOException;

/**
 * Ability to do what only a processor can: the hash sequence at locality 4 with which a dynamic
 * launch (Intel TXT, AMD SKINIT) begins, {@code _TPM_Hash_Start}, {@code _TPM_Hash_Data} and {@code
 * _TPM_Hash_End}.
 */
public interface DynamicLaunch {

  /**
   * Resets the dynamic PCRs and extends PCR 17 with the hash of {@code code}.
   *
   * @param code what is launched, of any size; not kept
   * @throws TpmTransportException if the TPM is off or refuses
   */
  void launch(byte[] code) throws IOException;
}
