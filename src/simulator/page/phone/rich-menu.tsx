import type { SimulatorState } from '../../api.ts'
import { imageUrl } from '../flex/measures.ts'
import { actionLabel, actionOf, type OnAction } from '../flex/node.ts'
import { useWords } from '../words.tsx'

type RichMenuView = SimulatorState['richMenus'][string]
type Area = RichMenuView['areas'][number]

/** The picture with a button over each area, so that a finger, the keyboard and a screen reader find the same. */
export function RichMenu({ menu, onAction }: { menu: RichMenuView; onAction: OnAction }) {
  const words = useWords()
  return (
    // biome-ignore lint/a11y/useSemanticElements: a row of buttons is no fieldset
    <div
      class="rich-menu"
      role="group"
      aria-label={words('richMenu')}
      style={{ aspectRatio: `${menu.size.width} / ${menu.size.height}` }}
    >
      {menu.imageUrl && <img src={imageUrl(menu.imageUrl)} alt="" />}
      {menu.areas.map((area, index) => (
        <MenuArea area={area} index={index} menu={menu} onAction={onAction} />
      ))}
    </div>
  )
}

type MenuAreaProps = { area: Area; index: number; menu: RichMenuView; onAction: OnAction }

function MenuArea({ area, index, menu, onAction }: MenuAreaProps) {
  const action = actionOf(area.action)
  if (!action) return null
  return (
    <button
      type="button"
      data-testid={`richmenu-area-${index}`}
      aria-label={actionLabel(action) ?? `${index + 1}`}
      style={areaStyle(area, menu)}
      onClick={() => onAction(action)}
    />
  )
}

function areaStyle({ bounds }: Area, { size }: RichMenuView) {
  const percent = (part: number, whole: number) => `${(part / whole) * 100}%`
  return {
    left: percent(bounds.x, size.width),
    top: percent(bounds.y, size.height),
    width: percent(bounds.width, size.width),
    height: percent(bounds.height, size.height),
  }
}
