import { Field, InputType } from 'type-graphql';

/** 佐证材料 · @article 3.2 */
@InputType({
  description:
    'Paper, photograph or record given as proof (佐证材料) (art. 3.2): its address and its digest, the file itself is kept by the region.',
})
export class EvidenceInput {
  @Field(() => String, {
    description: 'Kind of evidence (材料类别), e.g. "commitment-letter"; a step says which kinds it requires.',
  })
  kind!: string;

  @Field(() => String, { description: 'Title for people, without personal data (材料名称).' })
  title!: string;

  @Field(() => String, { nullable: true, description: 'Address of the file in the store of the region (存放地址).' })
  uri?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'SHA-256 of the file, 64 hexadecimal digits (文件摘要); needed for kinds that a step requires.',
  })
  sha256?: string | null;
}
