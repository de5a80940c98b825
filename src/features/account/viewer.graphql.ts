import { Field, ObjectType } from 'type-graphql';
import type { Role } from '../../domain/jurisdiction/role.js';
import type { Department } from '../../domain/support/policy-instrument.js';
import { RoleEnum } from '../audit/role.graphql.js';
import { DepartmentEnum } from '../province/department.graphql.js';

/** 授权 · One role in one region. @article 5.1 */
@ObjectType({
  description: 'One role in one region and everything below it (授权) (art. 5.1); several add up.',
  simpleResolvers: true,
})
export class Grant {
  @Field(() => RoleEnum, { description: 'What the viewer may do there (角色).' })
  role!: Role;
}

/** 当前用户 · Who asks, as the token says. @article 5.1 */
@ObjectType({
  description: 'Whoever asks, as the verified token says (当前用户) (art. 5.1).',
  simpleResolvers: true,
})
export class Viewer {
  @Field(() => String, { description: 'Subject of the token (用户标识), a login and not a name.' })
  subject!: string;

  @Field(() => [Grant], { description: 'Roles and regions that the viewer holds (授权); empty without a token.' })
  grants!: Grant[];

  @Field(() => DepartmentEnum, {
    nullable: true,
    description: "Department that a department's system acts for (行业部门); null for people.",
  })
  department!: Department | null;
}
