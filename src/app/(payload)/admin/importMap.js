import { SetPasswordField as SetPasswordField_1b876a09b78861c9ab2fba34cf5b88f6 } from '../../../../src/admin/account/SetPasswordField'
import { AddressField as AddressField_e4d8bea4e3e825a19714b7ae34e3bca7 } from '../../../../src/admin/toolkit/AddressField'
import { RscEntryLexicalCell as RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { RscEntryLexicalField as RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { LexicalDiffComponent as LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { ParagraphFeatureClient as ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HeadingFeatureClient as HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BoldFeatureClient as BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ItalicFeatureClient as ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnderlineFeatureClient as UnderlineFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { StrikethroughFeatureClient as StrikethroughFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { SubscriptFeatureClient as SubscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { SuperscriptFeatureClient as SuperscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { InlineCodeFeatureClient as InlineCodeFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnorderedListFeatureClient as UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { OrderedListFeatureClient as OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { IndentFeatureClient as IndentFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BlockquoteFeatureClient as BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HorizontalRuleFeatureClient as HorizontalRuleFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { LinkFeatureClient as LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { PictureFeature as PictureFeature_a7c3289f0e5d0fa41fed538a0a1c45b6 } from '../../../../src/admin/editor/picture/pictureFeature.client'
import { TableFeatureClient as TableFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BlocksFeatureClient as BlocksFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { InlineToolbarFeatureClient as InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { FixedToolbarFeatureClient as FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { AdminNav as AdminNav_2f5ad67c4ff72905d4ac9369ce764e61 } from '../../../../src/admin/nav/AdminNav'
import { HomeIcon as HomeIcon_314106cb4ab294219a4faedd5c934ea8 } from '../../../../src/admin/frame/HomeIcon'
import { ProductName as ProductName_b0efc9c112750a36f5333a96d3a6b282 } from '../../../../src/admin/frame/ProductName'
import { TasksView as TasksView_8916e6a5e58a88aee8809da53d6e2f55 } from '../../../../src/admin/tasks/TasksView'
import { AccountView as AccountView_eed077987cbfda78c33d2c833422a7ed } from '../../../../src/admin/account/AccountView'
import { NoRoleView as NoRoleView_bf83893a129ef782ef84da96d7af870a } from '../../../../src/admin/account/NoRoleView'
import { OverviewView as OverviewView_c5a263c0f811c37c1ecc2d7bcc478621 } from '../../../../src/admin/overview/OverviewView'
import { ReviewsView as ReviewsView_fe19406d2bbc90a4104271c4d133146c } from '../../../../src/admin/review/ReviewsView'
import { ReviewView as ReviewView_359b287cca48b7067dd90ca82bbdcd4f } from '../../../../src/admin/review/ReviewView'
import { VersionView as VersionView_874994e49b231f7dd5d4eb7b1cd0b81a } from '../../../../src/admin/version/VersionView'
import { UpdatesView as UpdatesView_c5fd82b209f09a7b1d6f6aca851878c2 } from '../../../../src/admin/updates/UpdatesView'
import { ReportView as ReportView_050dfce9d937e8f066898c55be92b7ef } from '../../../../src/admin/report/ReportView'
import { FrameworksView as FrameworksView_a25f1a63f941395e1582f0125d75289e } from '../../../../src/admin/framework/FrameworksView'
import { ImportView as ImportView_74368e7cdec3ad4bd0c266ee8c5a8377 } from '../../../../src/admin/importing/ImportView'
import { FrameworkView as FrameworkView_5922344f2761973fee381337f28ee17f } from '../../../../src/admin/framework/FrameworkView'
import { FrameworkChangesView as FrameworkChangesView_33c477cb98496ee7816a830f7596afc1 } from '../../../../src/admin/changes/FrameworkChangesView'
import { VersionChangesView as VersionChangesView_078098552e0e926785412bd57a7b5feb } from '../../../../src/admin/changes/VersionChangesView'
import { NextReleaseView as NextReleaseView_8af53be1467064c603b0f38a00404bdb } from '../../../../src/admin/release/NextReleaseView'
import { ReleaseSummaryView as ReleaseSummaryView_8b53344ecebeea3efa537f9b239c463c } from '../../../../src/admin/release/ReleaseSummaryView'
import { VariantSectionView as VariantSectionView_d7d0acea8887bc94b76c5ca28f73881e } from '../../../../src/admin/editor/VariantSectionView'
import { RestoreView as RestoreView_3c48a83344f904aa518a132f13792112 } from '../../../../src/admin/history/RestoreView'
import { SidesView as SidesView_8e8c619134a21a10a7579b99b984bfa7 } from '../../../../src/admin/sides/SidesView'
import { ProposeView as ProposeView_2475ac7cbb43e344ea050512fd537f8d } from '../../../../src/admin/proposals/ProposeView'
import { ProposalView as ProposalView_98db51442e351ce142a91d99f1e35ad1 } from '../../../../src/admin/proposals/ProposalView'
import { HistoryView as HistoryView_ab9cf6ca67c54a56c9f595e9992a7f7e } from '../../../../src/admin/history/HistoryView'
import { CommonHistoryView as CommonHistoryView_725b7c08bcaa811cd8dd60163c9a40e6 } from '../../../../src/admin/history/CommonHistoryView'
import { UpdateView as UpdateView_13400c81d9fce26cadce8d14fa8b58ee } from '../../../../src/admin/updates/UpdateView'
import { PlaceView as PlaceView_c7c39dfaee814c4e1b5b8a7a96cdd909 } from '../../../../src/admin/places/PlaceView'
import { RemovedView as RemovedView_59b76692cd069904f90fae1f58b35cea } from '../../../../src/admin/places/RemovedView'
import { AddSectionView as AddSectionView_ff5775c31f3835072802fe3ce41aeeb6 } from '../../../../src/admin/editor/AddSectionView'
import { MasterSectionView as MasterSectionView_25d5ba53482a278bf4b163a6b391419c } from '../../../../src/admin/editor/MasterSectionView'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "/src/admin/account/SetPasswordField#SetPasswordField": SetPasswordField_1b876a09b78861c9ab2fba34cf5b88f6,
  "/src/admin/toolkit/AddressField#AddressField": AddressField_e4d8bea4e3e825a19714b7ae34e3bca7,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalCell": RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalField": RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#LexicalDiffComponent": LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/client#ParagraphFeatureClient": ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HeadingFeatureClient": HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BoldFeatureClient": BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ItalicFeatureClient": ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnderlineFeatureClient": UnderlineFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#StrikethroughFeatureClient": StrikethroughFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#SubscriptFeatureClient": SubscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#SuperscriptFeatureClient": SuperscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#InlineCodeFeatureClient": InlineCodeFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnorderedListFeatureClient": UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#OrderedListFeatureClient": OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#IndentFeatureClient": IndentFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BlockquoteFeatureClient": BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HorizontalRuleFeatureClient": HorizontalRuleFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#LinkFeatureClient": LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "/src/admin/editor/picture/pictureFeature.client#PictureFeature": PictureFeature_a7c3289f0e5d0fa41fed538a0a1c45b6,
  "@payloadcms/richtext-lexical/client#TableFeatureClient": TableFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BlocksFeatureClient": BlocksFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#InlineToolbarFeatureClient": InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#FixedToolbarFeatureClient": FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "/src/admin/nav/AdminNav#AdminNav": AdminNav_2f5ad67c4ff72905d4ac9369ce764e61,
  "/src/admin/frame/HomeIcon#HomeIcon": HomeIcon_314106cb4ab294219a4faedd5c934ea8,
  "/src/admin/frame/ProductName#ProductName": ProductName_b0efc9c112750a36f5333a96d3a6b282,
  "/src/admin/tasks/TasksView#TasksView": TasksView_8916e6a5e58a88aee8809da53d6e2f55,
  "/src/admin/account/AccountView#AccountView": AccountView_eed077987cbfda78c33d2c833422a7ed,
  "/src/admin/account/NoRoleView#NoRoleView": NoRoleView_bf83893a129ef782ef84da96d7af870a,
  "/src/admin/overview/OverviewView#OverviewView": OverviewView_c5a263c0f811c37c1ecc2d7bcc478621,
  "/src/admin/review/ReviewsView#ReviewsView": ReviewsView_fe19406d2bbc90a4104271c4d133146c,
  "/src/admin/review/ReviewView#ReviewView": ReviewView_359b287cca48b7067dd90ca82bbdcd4f,
  "/src/admin/version/VersionView#VersionView": VersionView_874994e49b231f7dd5d4eb7b1cd0b81a,
  "/src/admin/updates/UpdatesView#UpdatesView": UpdatesView_c5fd82b209f09a7b1d6f6aca851878c2,
  "/src/admin/report/ReportView#ReportView": ReportView_050dfce9d937e8f066898c55be92b7ef,
  "/src/admin/framework/FrameworksView#FrameworksView": FrameworksView_a25f1a63f941395e1582f0125d75289e,
  "/src/admin/importing/ImportView#ImportView": ImportView_74368e7cdec3ad4bd0c266ee8c5a8377,
  "/src/admin/framework/FrameworkView#FrameworkView": FrameworkView_5922344f2761973fee381337f28ee17f,
  "/src/admin/changes/FrameworkChangesView#FrameworkChangesView": FrameworkChangesView_33c477cb98496ee7816a830f7596afc1,
  "/src/admin/changes/VersionChangesView#VersionChangesView": VersionChangesView_078098552e0e926785412bd57a7b5feb,
  "/src/admin/release/NextReleaseView#NextReleaseView": NextReleaseView_8af53be1467064c603b0f38a00404bdb,
  "/src/admin/release/ReleaseSummaryView#ReleaseSummaryView": ReleaseSummaryView_8b53344ecebeea3efa537f9b239c463c,
  "/src/admin/editor/VariantSectionView#VariantSectionView": VariantSectionView_d7d0acea8887bc94b76c5ca28f73881e,
  "/src/admin/history/RestoreView#RestoreView": RestoreView_3c48a83344f904aa518a132f13792112,
  "/src/admin/sides/SidesView#SidesView": SidesView_8e8c619134a21a10a7579b99b984bfa7,
  "/src/admin/proposals/ProposeView#ProposeView": ProposeView_2475ac7cbb43e344ea050512fd537f8d,
  "/src/admin/proposals/ProposalView#ProposalView": ProposalView_98db51442e351ce142a91d99f1e35ad1,
  "/src/admin/history/HistoryView#HistoryView": HistoryView_ab9cf6ca67c54a56c9f595e9992a7f7e,
  "/src/admin/history/CommonHistoryView#CommonHistoryView": CommonHistoryView_725b7c08bcaa811cd8dd60163c9a40e6,
  "/src/admin/updates/UpdateView#UpdateView": UpdateView_13400c81d9fce26cadce8d14fa8b58ee,
  "/src/admin/places/PlaceView#PlaceView": PlaceView_c7c39dfaee814c4e1b5b8a7a96cdd909,
  "/src/admin/places/RemovedView#RemovedView": RemovedView_59b76692cd069904f90fae1f58b35cea,
  "/src/admin/editor/AddSectionView#AddSectionView": AddSectionView_ff5775c31f3835072802fe3ce41aeeb6,
  "/src/admin/editor/MasterSectionView#MasterSectionView": MasterSectionView_25d5ba53482a278bf4b163a6b391419c,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
