package org.tssj.benchmarks;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.tssj.core.AuthValue;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.wire.Struct;
import org.tssj.tpm20.command.hierarchy.CreatePrimary;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;
import org.tssj.tpm20.structure.handle.Handle;
import org.tssj.tpm20.structure.object.Public;
import org.tssj.tpm20.structure.object.PublicId;
import org.tssj.tpm20.structure.object.SensitiveCreate;
import org.tssj.tpm20.structure.pcr.PcrSelection;
import org.tssj.tpm20.template.Templates;
import tss.TpmBuffer;
import tss.tpm.TPM2B_PUBLIC_KEY_RSA;
import tss.tpm.TPM2_CreatePrimary_REQUEST;
import tss.tpm.TPMA_OBJECT;
import tss.tpm.TPMS_ECC_PARMS;
import tss.tpm.TPMS_ECC_POINT;
import tss.tpm.TPMS_NULL_ASYM_SCHEME;
import tss.tpm.TPMS_NULL_KDF_SCHEME;
import tss.tpm.TPMS_PCR_SELECTION;
import tss.tpm.TPMS_RSA_PARMS;
import tss.tpm.TPMS_SENSITIVE_CREATE;
import tss.tpm.TPMT_PUBLIC;
import tss.tpm.TPMT_SYM_DEF_OBJECT;
import tss.tpm.TPM_ALG_ID;
import tss.tpm.TPM_ECC_CURVE;
import tss.tpm.TPM_HANDLE;

/**
 * Handle and parameters of TPM2_CreatePrimary, the most nested of the common commands: value to
 * bytes and bytes to value, beside Microsoft's TSS.Java 1.0.0. No TPM takes part.
 */
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // JMH's @Setup is the constructor.
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 2, time = 1)
public class CreatePrimaryMarshalling {

  // Short enough to fit between two interruptions, long enough for the clock.
  private static final int TIMES = 100;

  /** What key is asked for. */
  public enum Template {
    /** A storage root key, RSA 2048. */
    RSA_2048,
    /** A storage root key on P-256. */
    ECC_P256
  }

  private static final Struct<CreatePrimary> CODEC = CreatePrimary.SPEC.request();
  private static final byte[] AUTH = "a password".getBytes(java.nio.charset.StandardCharsets.UTF_8);
  private static final byte[] OUTSIDE_INFO = new byte[16];
  private static final byte[] POLICY = new byte[32];

  /** The template. */
  @Param public Template template;

  private CreatePrimary ours;
  private TPM2_CreatePrimary_REQUEST theirs;
  private Bytes bytes;
  private byte[] array;

  /** Before all; makes sure that both write and read the same bytes. */
  @Setup
  public void make() {
    boolean rsa = template == Template.RSA_2048;
    Public publicArea =
        (rsa ? Templates.storageRootKeyRsa() : Templates.storageRootKeyEcc())
            .withAuthPolicy(Bytes.of(POLICY));
    ours =
        new CreatePrimary(
            Handle.OWNER,
            SensitiveCreate.withAuth(AuthValue.of(AUTH)),
            publicArea.withUnique(PublicId.empty(rsa ? AlgorithmId.RSA : AlgorithmId.ECC)),
            Bytes.of(OUTSIDE_INFO),
            List.of(PcrSelection.of(Bank.SHA256, 0, 7)));
    TPMT_SYM_DEF_OBJECT symmetric = new TPMT_SYM_DEF_OBJECT(TPM_ALG_ID.AES, 128, TPM_ALG_ID.CFB);
    theirs =
        new TPM2_CreatePrimary_REQUEST(
            TPM_HANDLE.OWNER,
            new TPMS_SENSITIVE_CREATE(AUTH, new byte[0]),
            new TPMT_PUBLIC(
                TPM_ALG_ID.SHA256,
                new TPMA_OBJECT(publicArea.objectAttributes().bits()),
                POLICY,
                rsa
                    ? new TPMS_RSA_PARMS(symmetric, new TPMS_NULL_ASYM_SCHEME(), 2048, 0)
                    : new TPMS_ECC_PARMS(
                        symmetric,
                        new TPMS_NULL_ASYM_SCHEME(),
                        TPM_ECC_CURVE.NIST_P256,
                        new TPMS_NULL_KDF_SCHEME()),
                rsa
                    ? new TPM2B_PUBLIC_KEY_RSA(new byte[0])
                    : new TPMS_ECC_POINT(new byte[0], new byte[0])),
            OUTSIDE_INFO,
            new TPMS_PCR_SELECTION[] {new TPMS_PCR_SELECTION(TPM_ALG_ID.SHA256, new int[] {0, 7})});
    bytes = CODEC.encode(ours);
    array = bytes.toArray();
    SameBytes.check(bytes, Bytes.of(theirBytes()));
    SameBytes.check(bytes, CODEC.encode(CODEC.decode(bytes)));
    theirs = theirValue(array);
    SameBytes.check(bytes, Bytes.of(theirBytes()));
  }

  private byte[] theirBytes() {
    TpmBuffer out = new TpmBuffer();
    theirs.primaryHandle.toTpm(out);
    theirs.toTpm(out);
    return out.trim();
  }

  private static TPM2_CreatePrimary_REQUEST theirValue(byte[] from) {
    TpmBuffer in = new TpmBuffer(from);
    TPM_HANDLE handle = TPM_HANDLE.fromTpm(in);
    TPM2_CreatePrimary_REQUEST value = TPM2_CreatePrimary_REQUEST.fromTpm(in);
    value.primaryHandle = handle;
    return value;
  }

  /** tssj, both directions. */
  @Benchmark
  @OperationsPerInvocation(TIMES)
  public void tssj(Blackhole hole) {
    for (int k = 0; k < TIMES; k++) {
      hole.consume(CODEC.encode(ours));
      hole.consume(CODEC.decode(bytes));
    }
  }

  /** TSS.Java, both directions. */
  @Benchmark
  @OperationsPerInvocation(TIMES)
  public void tssJava(Blackhole hole) {
    for (int k = 0; k < TIMES; k++) {
      hole.consume(theirBytes());
      hole.consume(theirValue(array));
    }
  }

  /** tssj, value to bytes. */
  @Benchmark
  @OperationsPerInvocation(TIMES)
  public void tssjWrites(Blackhole hole) {
    for (int k = 0; k < TIMES; k++) {
      hole.consume(CODEC.encode(ours));
    }
  }

  /** tssj, bytes to value. */
  @Benchmark
  @OperationsPerInvocation(TIMES)
  public void tssjReads(Blackhole hole) {
    for (int k = 0; k < TIMES; k++) {
      hole.consume(CODEC.decode(bytes));
    }
  }
}
