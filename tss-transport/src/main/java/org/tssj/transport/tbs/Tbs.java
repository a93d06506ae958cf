package org.tssj.transport.tbs;

/** The functions of TPM Base Services that a transport needs. They give a TBS_RESULT, or 0. */
interface Tbs {

  /**
   * Tbsi_Context_Create, with TBS_CONTEXT_PARAMS2 for both families.
   *
   * @param context its first element becomes the new context
   */
  int create(long[] context);

  /**
   * Tbsip_Submit_Command, from locality 0 and with normal priority; comes back when the TPM has
   * answered.
   *
   * @param answer room for the answer
   * @param size its first element becomes how long the answer is, or would be
   */
  int submit(long context, byte[] command, byte[] answer, int[] size);

  /** Tbsip_Cancel_Commands: all that this context has with TBS. From any thread. */
  int cancel(long context);

  /** Tbsip_Context_Close. */
  int close(long context);
}
